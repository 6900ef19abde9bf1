-- What the router decided about a contact, as JSON: for the question why.
CREATE TABLE contact_story (
    contact    BIGINT NOT NULL PRIMARY KEY,
    call_id    BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at   BIGINT NOT NULL,
    story      TEXT   NOT NULL
);
CREATE INDEX contact_story_call ON contact_story (call_id);
