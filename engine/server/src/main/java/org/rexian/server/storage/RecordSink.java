package org.rexian.server.storage;

import java.sql.SQLException;
import java.util.List;
import org.rexian.call.CallRecord;

/** Where batches of records go: the database, or in tests something that fails. */
interface RecordSink {

    /** Writes all of them or none. */
    void write(List<CallRecord> batch) throws SQLException;

    /** The database's side of it: one transaction a batch. */
    static RecordSink into(Database database) {
        return batch -> {
            try {
                database.writer().useTransaction(handle -> RecordInsert.all(handle.getConnection(), batch));
            } catch (org.jdbi.v3.core.JdbiException e) {
                throw new SQLException(String.valueOf(e.getMessage()), e);
            }
        };
    }
}
