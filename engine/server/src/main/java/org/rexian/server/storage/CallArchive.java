package org.rexian.server.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.rexian.call.CallRecord;
import org.rexian.call.CallRecord.Happening;
import org.rexian.call.CallRecord.LegRecord;
import org.rexian.call.CallRecord.StepRecord;

/** Finds written calls. Blocks: not for the loops. Throws {@link org.jdbi.v3.core.JdbiException} when the database fails. */
public final class CallArchive {

    private final Database database;

    public CallArchive(Database database) {
        this.database = database;
    }

    /** Calls without their legs, steps, story and attributes, newest first. */
    public List<CallRecord> find(CallQuery query) {
        List<String> conditions = new ArrayList<>();
        query.from().ifPresent(v -> conditions.add("caller = :from"));
        query.to().ifPresent(v -> conditions.add("callee = :to"));
        // The second condition lets SQLite see that the partial index covers the question.
        query.queue().ifPresent(v -> conditions.add("queue = :queue AND queue <> ''"));
        query.agent().ifPresent(v -> conditions.add("agent = :agent AND agent <> ''"));
        query.since().ifPresent(v -> conditions.add("started_at >= :since"));
        query.until().ifPresent(v -> conditions.add("started_at < :until"));
        query.before().ifPresent(v -> conditions.add("id < :before"));
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return database.reader().withHandle(handle -> {
            Query sql = handle.createQuery("SELECT * FROM call_record" + where + " ORDER BY id DESC LIMIT :limit");
            query.from().ifPresent(v -> sql.bind("from", v));
            query.to().ifPresent(v -> sql.bind("to", v));
            query.queue().ifPresent(v -> sql.bind("queue", v));
            query.agent().ifPresent(v -> sql.bind("agent", v));
            query.since().ifPresent(v -> sql.bind("since", v));
            query.until().ifPresent(v -> sql.bind("until", v));
            query.before().ifPresent(v -> sql.bind("before", v));
            sql.bind("limit", Math.clamp(query.limit(), 1, CallQuery.MAX_LIMIT));
            return sql.map((row, context) -> record(row, List.of(), List.of(), List.of(), Map.of()))
                    .list();
        });
    }

    /** One call with everything that is known of it. */
    public Optional<CallRecord> find(long id) {
        return database.reader().withHandle(handle -> {
            List<LegRecord> legs = legs(handle, id);
            List<StepRecord> steps = steps(handle, id);
            List<Happening> story = story(handle, id);
            Map<String, String> attributes = attributes(handle, id);
            return handle.createQuery("SELECT * FROM call_record WHERE id = :id")
                    .bind("id", id)
                    .map((row, context) -> record(row, legs, steps, story, attributes))
                    .findOne();
        });
    }

    private static List<LegRecord> legs(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM call_leg WHERE call_id = :id ORDER BY leg")
                .bind("id", id)
                .map((row, context) -> leg(row))
                .list();
    }

    private static List<StepRecord> steps(Handle handle, long id) {
        return handle.createQuery("SELECT at, flow, name FROM call_step WHERE call_id = :id ORDER BY step")
                .bind("id", id)
                .map((row, context) -> new StepRecord(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static List<Happening> story(Handle handle, long id) {
        return handle.createQuery(
                        "SELECT at, what, who, partner FROM call_happening WHERE call_id = :id ORDER BY happening")
                .bind("id", id)
                .map((row, context) ->
                        new Happening(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static Map<String, String> attributes(Handle handle, long id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        handle.createQuery("SELECT name, value FROM call_attribute WHERE call_id = :id ORDER BY name")
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        return attributes;
    }

    private static LegRecord leg(ResultSet row) throws SQLException {
        return new LegRecord(
                row.getString("role"),
                row.getString("address"),
                row.getString("sip_call_id"),
                row.getLong("started_at"),
                row.getLong("answered_at"),
                row.getLong("ended_at"),
                row.getString("cause"),
                row.getInt("sip_status"),
                row.getString("codec"),
                row.getLong("packets_sent"),
                row.getLong("packets_received"),
                row.getLong("packets_lost"),
                row.getDouble("jitter_millis"),
                row.getDouble("mos"));
    }

    private static CallRecord record(
            ResultSet row,
            List<LegRecord> legs,
            List<StepRecord> steps,
            List<Happening> story,
            Map<String, String> attributes)
            throws SQLException {
        return new CallRecord(
                row.getLong("id"),
                row.getString("sip_call_id"),
                row.getString("origin"),
                row.getString("caller"),
                row.getString("callee"),
                row.getLong("started_at"),
                row.getLong("answered_at"),
                row.getLong("ended_at"),
                row.getString("cause"),
                row.getInt("sip_status"),
                row.getString("outcome"),
                row.getString("flow"),
                row.getString("flow_version"),
                row.getString("queue"),
                row.getString("agent"),
                row.getLong("queued_at"),
                row.getLong("connected_at"),
                row.getLong("talk_ended_at"),
                row.getString("recording"),
                legs,
                steps,
                story,
                attributes);
    }
}
