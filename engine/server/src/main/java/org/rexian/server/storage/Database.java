package org.rexian.server.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * The SQLite file: one connection that writes, a few that read, both through pools, the schema brought up to date at the
 * opening. In WAL mode readers never wait for the writer. {@code synchronous=NORMAL}: a crash of the process loses
 * nothing that was committed; a power cut may lose the last transactions, never the file.
 */
public final class Database implements AutoCloseable {

    private static final int READERS = 4;

    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi writer;
    private final Jdbi reader;

    /**
     * Opens or creates the file, and its folder.
     *
     * @throws IOException when the folder can't be made or the file can't be opened or brought up to date
     */
    public static Database open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        HikariDataSource writing = pool(file, "records-write", 1, false);
        try {
            Flyway.configure()
                    .dataSource(writing)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(writing, pool(file, "records-read", READERS, true));
        } catch (org.flywaydb.core.api.FlywayException e) {
            writing.close();
            throw new IOException("database " + file + ": " + e.getMessage(), e);
        }
    }

    private Database(HikariDataSource writing, HikariDataSource reading) {
        this.writing = writing;
        this.reading = reading;
        this.writer = Jdbi.create(writing);
        this.reader = Jdbi.create(reading);
    }

    private static HikariDataSource pool(Path file, String name, int size, boolean readOnly) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "NORMAL");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("cache_size", "-16000");
        if (readOnly) {
            config.addDataSourceProperty("query_only", "true");
        }
        try {
            return new HikariDataSource(config);
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new IOException("database " + file + " can't be opened: " + e.getMessage(), e);
        }
    }

    Jdbi writer() {
        return writer;
    }

    Jdbi reader() {
        return reader;
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
