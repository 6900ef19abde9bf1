package org.rexian.acd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The waiting contacts of one queue in the order in which they are due: higher priority first, then who came first.
 * Joining, leaving, a contact's position, the contact at a position and the longest wait each cost O(log n), wherever in
 * the line it happens.
 *
 * <p>A treap: a search tree whose shape follows from a hash of each contact's arrival number, so that it is balanced like
 * a random tree and yet the same on every machine.
 */
final class WaitingLine {

    /** A contact's node. The line alone touches its links. */
    static final class Place {
        final Contact contact;
        final long since;
        final long weight;
        Place left;
        Place right;
        Place parent;
        int size;
        long oldest;

        @SuppressWarnings("NullAway") // The links point to the line's end mark as soon as the place is in a line.
        Place(long arrival, long since, Contact contact) {
            this.contact = contact;
            this.since = since;
            this.weight = mixed(arrival);
        }

        @SuppressWarnings("NullAway") // The end mark has no contact, and nobody asks it for one.
        private Place() {
            contact = null;
            since = Long.MAX_VALUE;
            weight = 0;
            left = this;
            right = this;
            parent = this;
            oldest = Long.MAX_VALUE;
        }

        private static long mixed(long value) {
            long z = (value + 0x9E3779B97F4A7C15L);
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }

    private final Place end = new Place();
    private Place root = end;

    int size() {
        return root.size;
    }

    boolean isEmpty() {
        return root == end;
    }

    /** When the one who waits longest came; the line must not be empty. */
    long oldest() {
        return root.oldest;
    }

    void join(Contact contact) {
        Place place = contact.place;
        place.left = end;
        place.right = end;
        Place parent = end;
        Place at = root;
        while (at != end) {
            parent = at;
            at = contact.isBefore(at.contact) ? at.left : at.right;
        }
        place.parent = parent;
        if (parent == end) {
            root = place;
        } else if (contact.isBefore(parent.contact)) {
            parent.left = place;
        } else {
            parent.right = place;
        }
        for (Place up = place; up != end; up = up.parent) {
            refresh(up);
        }
        while (place.parent != end && place.weight > place.parent.weight) {
            lift(place);
        }
    }

    void leave(Contact contact) {
        Place place = contact.place;
        while (place.left != end && place.right != end) {
            lift(place.left.weight > place.right.weight ? place.left : place.right);
        }
        Place child = place.left == end ? place.right : place.left;
        if (child != end) {
            child.parent = place.parent;
        }
        hang(place.parent, place, child);
        for (Place up = place.parent; up != end; up = up.parent) {
            refresh(up);
        }
    }

    /** From 1 at the head; the contact must be in this line. */
    int positionOf(Contact contact) {
        Place place = contact.place;
        int position = place.left.size + 1;
        for (Place at = place; at.parent != end; at = at.parent) {
            if (at == at.parent.right) {
                position += at.parent.left.size + 1;
            }
        }
        return position;
    }

    /** The position that a contact who is not in the line would take. */
    int positionFor(Contact contact) {
        int position = 1;
        Place at = root;
        while (at != end) {
            if (contact.isBefore(at.contact)) {
                at = at.left;
            } else {
                position += at.left.size + 1;
                at = at.right;
            }
        }
        return position;
    }

    /** Who stands at {@code position}, from 1 to {@link #size}. */
    Contact at(int position) {
        if (position < 1 || position > root.size) {
            throw new IndexOutOfBoundsException("position " + position + " of " + root.size);
        }
        int ahead = position - 1;
        Place at = root;
        while (ahead != at.left.size) {
            if (ahead < at.left.size) {
                at = at.left;
            } else {
                ahead -= at.left.size + 1;
                at = at.right;
            }
        }
        return at.contact;
    }

    /** Everyone from head to end, as a copy. */
    List<Contact> inOrder() {
        List<Contact> all = new ArrayList<>(root.size);
        Deque<Place> path = new ArrayDeque<>();
        Place at = root;
        while (at != end || !path.isEmpty()) {
            while (at != end) {
                path.push(at);
                at = at.left;
            }
            Place next = path.pop();
            all.add(next.contact);
            at = next.right;
        }
        return all;
    }

    /** Turns the tree so that {@code place} takes the spot of its parent. */
    private void lift(Place place) {
        Place parent = place.parent;
        Place above = parent.parent;
        if (place == parent.left) {
            parent.left = place.right;
            adopt(parent.left, parent);
            place.right = parent;
        } else {
            parent.right = place.left;
            adopt(parent.right, parent);
            place.left = parent;
        }
        hang(above, parent, place);
        parent.parent = place;
        place.parent = above;
        refresh(parent);
        refresh(place);
    }

    private void adopt(Place child, Place parent) {
        if (child != end) {
            child.parent = parent;
        }
    }

    private void hang(Place parent, Place old, Place replacement) {
        if (parent == end) {
            root = replacement;
        } else if (parent.left == old) {
            parent.left = replacement;
        } else {
            parent.right = replacement;
        }
    }

    private static void refresh(Place place) {
        place.size = place.left.size + place.right.size + 1;
        place.oldest = Math.min(place.since, Math.min(place.left.oldest, place.right.oldest));
    }
}
