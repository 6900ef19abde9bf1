package org.rexian.server.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rexian.server.Json;
import org.rexian.server.why.Story;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contacts' stories in the database, written in batches on a thread of its own and found again by contact or call. Stories are for
 * people who ask why, not for accounts: one that can't be written is counted and dropped.
 */
public final class StoryArchive implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StoryArchive.class);
    private static final int BATCH = 500;
    private static final long LINGER_MILLIS = 200;

    private final Database database;
    private final BlockingQueue<Story> waiting = new ArrayBlockingQueue<>(20_000);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final LongAdder dropped = new LongAdder();
    private final Thread thread = Thread.ofPlatform().name("rexian-stories").unstarted(this::run);

    private StoryArchive(Database database) {
        this.database = database;
    }

    /** Begins to write. */
    public static StoryArchive start(Database database) {
        StoryArchive archive = new StoryArchive(database);
        archive.thread.start();
        return archive;
    }

    /** Hands a story over; never blocks. */
    public void offer(Story story) {
        if (!waiting.offer(story)) {
            dropped.increment();
        }
    }

    /** Stories that were not written: too many at once, or the database failed. */
    public long dropped() {
        return dropped.sum();
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                more = !closing.await(LINGER_MILLIS, TimeUnit.MILLISECONDS);
                List<Story> batch = new ArrayList<>();
                while (waiting.drainTo(batch, BATCH) > 0) {
                    write(batch);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void write(List<Story> batch) {
        try {
            database.writer().useTransaction(handle -> {
                PreparedBatch rows = handle.prepareBatch("INSERT INTO contact_story (contact, call_id, started_at,"
                        + " ended_at, story) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
                for (Story story : batch) {
                    rows.add(story.contact(), story.call(), story.startedAt(), story.endedAt(), Json.text(story));
                }
                rows.execute();
            });
        } catch (JdbiException e) {
            dropped.add(batch.size());
            log.error("{} stories of contacts could not be written: {}", batch.size(), e.getMessage());
        }
    }

    /** The story of a contact that is over. Blocks: not for the loops. */
    public Optional<Story> find(long contact) {
        return database.reader()
                .withHandle(handle -> handle.createQuery("SELECT story FROM contact_story WHERE contact = :contact")
                        .bind("contact", contact)
                        .mapTo(String.class)
                        .findOne())
                .map(text -> Json.read(text, Story.class));
    }

    /** Writes what was offered before, and stops. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
