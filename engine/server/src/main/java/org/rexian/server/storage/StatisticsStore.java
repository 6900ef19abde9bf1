package org.rexian.server.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.IntervalRow;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.StatisticsRules;
import org.rexian.server.statistics.CallCounts;

/**
 * The half hours in the database. Blocks: not for the loops. Throws {@link org.jdbi.v3.core.JdbiException} when the database fails.
 */
public final class StatisticsStore {

    private static final List<Measure> MEASURES = List.of(Measure.values());
    private static final String UPSERT = upsert();
    private static final String CALLS = """
            SELECT started_at / :interval AS slot, COUNT(*) AS calls,
                SUM(CASE WHEN connected_at > 0 THEN 1 ELSE 0 END) AS answered,
                SUM(CASE WHEN connected_at = 0 AND outcome = 'self-service' THEN 1 ELSE 0 END) AS self_served
            FROM call_record WHERE started_at >= :since AND started_at < :until AND flow <> '' GROUP BY slot""";

    private final Database database;

    public StatisticsStore(Database database) {
        this.database = database;
    }

    private static String upsert() {
        List<String> columns = MEASURES.stream().map(Measure::key).toList();
        String changes = columns.stream().map(key -> key + " = excluded." + key).collect(Collectors.joining(", "));
        return "INSERT INTO statistics (start_at, kind, name, run, waits, " + String.join(", ", columns)
                + ") VALUES (?, ?, ?, ?, ?" + ", ?".repeat(columns.size())
                + ") ON CONFLICT (kind, start_at, name, run) DO UPDATE SET waits = excluded.waits, " + changes;
    }

    /** Writes them all or none; a row that is there already is replaced, so that anything may be written twice. */
    public void write(long run, List<IntervalRow> rows) throws SQLException {
        database.writer().useTransaction(handle -> insert(handle, run, rows));
    }

    /** By hand, for binding some sixty columns by name costs more than SQLite does. */
    private static void insert(Handle handle, long run, List<IntervalRow> rows) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(UPSERT)) {
            for (IntervalRow row : rows) {
                int i = 0;
                statement.setLong(++i, row.start());
                statement.setString(++i, row.by().name());
                statement.setString(++i, row.name());
                statement.setLong(++i, run);
                statement.setString(++i, text(row.figures().waits()));
                for (Measure measure : MEASURES) {
                    statement.setLong(++i, row.figures().get(measure));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Half hours that begin in {@code from..to}, {@code to} left out, by time and name; of several runs one row each. */
    public List<IntervalRow> read(By by, long from, long to) {
        return database.reader()
                .withHandle(handle -> handle.createQuery(
                                "SELECT * FROM statistics"
                                        + " WHERE kind = :kind AND start_at >= :from AND start_at < :to ORDER BY start_at, name")
                        .bind("kind", by.name())
                        .bind("from", from)
                        .bind("to", to)
                        .map((row, context) -> row(by, row))
                        .list());
    }

    private static IntervalRow row(By by, ResultSet row) throws SQLException {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        for (Measure measure : MEASURES) {
            counts.put(measure, row.getLong(measure.key()));
        }
        return new IntervalRow(
                row.getLong("start_at"), by, row.getString("name"), Figures.of(counts, waits(row.getString("waits"))));
    }

    /** Calls that a flow took, by half hour of their beginning. */
    public Map<Long, CallCounts> calls(long from, long to) {
        Map<Long, CallCounts> counts = new TreeMap<>();
        database.reader()
                .useHandle(handle -> handle.createQuery(CALLS)
                        .bind("interval", StatisticsRules.INTERVAL_MILLIS)
                        .bind("since", from)
                        .bind("until", to)
                        .map((row, context) -> Map.entry(
                                row.getLong("slot") * StatisticsRules.INTERVAL_MILLIS,
                                new CallCounts(
                                        row.getLong("calls"), row.getLong("answered"), row.getLong("self_served"))))
                        .forEach(entry -> counts.put(entry.getKey(), entry.getValue())));
        return counts;
    }

    /** Calls whose talk with an agent began within this time. */
    public long talks(long from, long to) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM call_record"
                                + " WHERE connected_at > 0 AND connected_at >= :from AND connected_at < :to")
                        .bind("from", from)
                        .bind("to", to)
                        .mapTo(Long.class)
                        .one());
    }

    /** {@code 12:3 40:1}: three in bucket 12, one in 40. */
    private static String text(Map<Integer, Long> waits) {
        return waits.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<Integer, Long> waits(String text) {
        return Arrays.stream(text.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split(":", 2))
                .collect(Collectors.toMap(part -> Integer.valueOf(part[0]), part -> Long.valueOf(part[1])));
    }
}
