-- Plain SQL that SQLite and PostgreSQL both take. Times are milliseconds since the epoch, 0 where it did not happen.
CREATE TABLE call_record (
    id            BIGINT       NOT NULL PRIMARY KEY,
    sip_call_id   VARCHAR(512) NOT NULL,
    origin        VARCHAR(128) NOT NULL,
    caller        VARCHAR(256) NOT NULL,
    callee        VARCHAR(256) NOT NULL,
    started_at    BIGINT       NOT NULL,
    answered_at   BIGINT       NOT NULL,
    ended_at      BIGINT       NOT NULL,
    cause         VARCHAR(64)  NOT NULL,
    sip_status    INTEGER      NOT NULL,
    outcome       VARCHAR(128) NOT NULL,
    flow          VARCHAR(128) NOT NULL,
    flow_version  VARCHAR(128) NOT NULL,
    queue         VARCHAR(128) NOT NULL,
    agent         VARCHAR(128) NOT NULL,
    queued_at     BIGINT       NOT NULL,
    connected_at  BIGINT       NOT NULL,
    talk_ended_at BIGINT       NOT NULL,
    recording     VARCHAR(1024) NOT NULL
);
-- Ids ascend in time, so that paging and times need the key alone; the rest is what people search by.
CREATE INDEX call_record_started ON call_record (started_at);
CREATE INDEX call_record_caller ON call_record (caller, id);
CREATE INDEX call_record_agent ON call_record (agent, id) WHERE agent <> '';
CREATE INDEX call_record_queue ON call_record (queue, id) WHERE queue <> '';

CREATE TABLE call_leg (
    call_id          BIGINT       NOT NULL,
    leg              INTEGER      NOT NULL,
    role             VARCHAR(32)  NOT NULL,
    address          VARCHAR(512) NOT NULL,
    sip_call_id      VARCHAR(512) NOT NULL,
    started_at       BIGINT       NOT NULL,
    answered_at      BIGINT       NOT NULL,
    ended_at         BIGINT       NOT NULL,
    cause            VARCHAR(64)  NOT NULL,
    sip_status       INTEGER      NOT NULL,
    codec            VARCHAR(32)  NOT NULL,
    packets_sent     BIGINT       NOT NULL,
    packets_received BIGINT       NOT NULL,
    packets_lost     BIGINT       NOT NULL,
    jitter_millis    DOUBLE PRECISION NOT NULL,
    mos              DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (call_id, leg)
);

CREATE TABLE call_step (
    call_id BIGINT       NOT NULL,
    step    INTEGER      NOT NULL,
    at      BIGINT       NOT NULL,
    flow    VARCHAR(128) NOT NULL,
    name    VARCHAR(128) NOT NULL,
    PRIMARY KEY (call_id, step)
);

CREATE TABLE call_attribute (
    call_id BIGINT        NOT NULL,
    name    VARCHAR(128)  NOT NULL,
    value   VARCHAR(4096) NOT NULL,
    PRIMARY KEY (call_id, name)
);
