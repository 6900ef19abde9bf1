package org.rexian.server.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last things that happened, kept without a lock: one thread adds, any thread reads.
 *
 * @param <T> what happened
 */
final class Recent<T> {

    private record Numbered<T>(long number, T what) {}

    private final AtomicReferenceArray<@Nullable Numbered<T>> places;
    private volatile long next;

    Recent(int size) {
        this.places = new AtomicReferenceArray<>(size);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread adds
    void add(T what) {
        places.set((int) (next % places.length()), new Numbered<>(next, what));
        next++;
    }

    /** The newest, oldest of them first; what is overwritten while we read is left out. */
    List<T> last(int limit) {
        long end = next;
        List<T> found = new ArrayList<>();
        for (long n = Math.max(0, end - Math.min(limit, places.length())); n < end; n++) {
            Numbered<T> at = places.get((int) (n % places.length()));
            if (at != null && at.number == n) {
                found.add(at.what);
            }
        }
        return found;
    }
}
