-- What happened in the talks of a call: connected, transferred, consulted, listened to, with whom.
CREATE TABLE call_happening (
    call_id   BIGINT       NOT NULL,
    happening INTEGER      NOT NULL,
    at        BIGINT       NOT NULL,
    what      VARCHAR(64)  NOT NULL,
    who       VARCHAR(256) NOT NULL,
    partner   VARCHAR(256) NOT NULL,
    PRIMARY KEY (call_id, happening)
);
