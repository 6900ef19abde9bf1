package org.rexian.server.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.rexian.call.CallRecord;
import org.rexian.call.CallRecord.Happening;
import org.rexian.call.CallRecord.LegRecord;
import org.rexian.call.CallRecord.StepRecord;

/**
 * Writes records in one transaction, by plain JDBC batches: this runs for each call, and binding by name would cost more
 * than SQLite itself. A record that is there already is left as it is, so that an import may be repeated.
 */
final class RecordInsert {

    private static final String RECORD = """
        INSERT INTO call_record (id, sip_call_id, origin, caller, callee, started_at, answered_at, ended_at, cause,
            sip_status, outcome, flow, flow_version, queue, agent, queued_at, connected_at, talk_ended_at, recording)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """;
    private static final String LEG = """
        INSERT INTO call_leg (call_id, leg, role, address, sip_call_id, started_at, answered_at, ended_at, cause,
            sip_status, codec, packets_sent, packets_received, packets_lost, jitter_millis, mos)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
        """;
    private static final String STEP =
            "INSERT INTO call_step (call_id, step, at, flow, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String HAPPENING =
            "INSERT INTO call_happening (call_id, happening, at, what, who, partner) VALUES (?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING";
    private static final String ATTRIBUTE =
            "INSERT INTO call_attribute (call_id, name, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private RecordInsert() {}

    static void all(Connection connection, List<CallRecord> batch) throws SQLException {
        try (PreparedStatement record = connection.prepareStatement(RECORD);
                PreparedStatement leg = connection.prepareStatement(LEG);
                PreparedStatement step = connection.prepareStatement(STEP);
                PreparedStatement happening = connection.prepareStatement(HAPPENING);
                PreparedStatement attribute = connection.prepareStatement(ATTRIBUTE)) {
            for (CallRecord call : batch) {
                record(record, call);
                legs(leg, call);
                steps(step, call);
                story(happening, call);
                attributes(attribute, call);
            }
            record.executeBatch();
            leg.executeBatch();
            step.executeBatch();
            happening.executeBatch();
            attribute.executeBatch();
        }
    }

    private static void record(PreparedStatement to, CallRecord call) throws SQLException {
        to.setLong(1, call.id());
        to.setString(2, call.sipCallId());
        to.setString(3, call.origin());
        to.setString(4, call.from());
        to.setString(5, call.to());
        to.setLong(6, call.startedAt());
        to.setLong(7, call.answeredAt());
        to.setLong(8, call.endedAt());
        to.setString(9, call.cause());
        to.setInt(10, call.sipStatus());
        to.setString(11, call.outcome());
        to.setString(12, call.flow());
        to.setString(13, call.flowVersion());
        to.setString(14, call.queue());
        to.setString(15, call.agent());
        to.setLong(16, call.queuedAt());
        to.setLong(17, call.connectedAt());
        to.setLong(18, call.talkEndedAt());
        to.setString(19, call.recording());
        to.addBatch();
    }

    private static void legs(PreparedStatement to, CallRecord call) throws SQLException {
        int number = 0;
        for (LegRecord leg : call.legs()) {
            to.setLong(1, call.id());
            to.setInt(2, number++);
            to.setString(3, leg.role());
            to.setString(4, leg.address());
            to.setString(5, leg.sipCallId());
            to.setLong(6, leg.startedAt());
            to.setLong(7, leg.answeredAt());
            to.setLong(8, leg.endedAt());
            to.setString(9, leg.cause());
            to.setInt(10, leg.sipStatus());
            to.setString(11, leg.codec());
            to.setLong(12, leg.packetsSent());
            to.setLong(13, leg.packetsReceived());
            to.setLong(14, leg.packetsLost());
            to.setDouble(15, leg.jitterMillis());
            to.setDouble(16, leg.mos());
            to.addBatch();
        }
    }

    private static void steps(PreparedStatement to, CallRecord call) throws SQLException {
        int number = 0;
        for (StepRecord step : call.steps()) {
            to.setLong(1, call.id());
            to.setInt(2, number++);
            to.setLong(3, step.at());
            to.setString(4, step.flow());
            to.setString(5, step.step());
            to.addBatch();
        }
    }

    private static void story(PreparedStatement to, CallRecord call) throws SQLException {
        int number = 0;
        for (Happening happening : call.story()) {
            to.setLong(1, call.id());
            to.setInt(2, number++);
            to.setLong(3, happening.at());
            to.setString(4, happening.what());
            to.setString(5, happening.who());
            to.setString(6, happening.with());
            to.addBatch();
        }
    }

    private static void attributes(PreparedStatement to, CallRecord call) throws SQLException {
        for (Map.Entry<String, String> attribute : call.attributes().entrySet()) {
            to.setLong(1, call.id());
            to.setString(2, attribute.getKey());
            to.setString(3, attribute.getValue());
            to.addBatch();
        }
    }
}
