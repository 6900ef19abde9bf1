package org.rexian.media;

import java.util.ArrayList;
import java.util.List;

/** Who is in a mix, and what is played to all of them. Of the loop's thread. */
final class Mix {

    private final MediaLoop loop;
    private final List<Seat> seats = new ArrayList<>();
    private Announcement announcement = Announcement.NONE;

    Mix(MediaLoop loop) {
        this.loop = loop;
    }

    Seat seat(RtpStream stream, MediaSession session, MixerRole role) {
        Seat seat = new Seat(this, stream, session, role, loop.milli());
        seats.add(seat);
        arrange();
        return seat;
    }

    void change(RtpStream stream, MixerRole role) {
        Seat seat = stream.seat();
        if (seat != null && seat.mix() == this) {
            seat.role(role);
            arrange();
        }
    }

    void leave(RtpStream stream) {
        Seat seat = stream.seat();
        if (seat != null && seat.mix() == this) {
            stream.leaveMix();
        }
    }

    void remove(Seat seat) {
        seats.remove(seat);
        arrange();
    }

    void play(List<Prompt> prompts) {
        announcement = new Announcement(prompts, Seat.frameAt(loop.milli()));
    }

    Announcement announcement() {
        return announcement;
    }

    void close() {
        List.copyOf(seats).forEach(seat -> seat.stream().leaveMix());
        announcement = Announcement.NONE;
    }

    /** Works out anew whom each one hears, so that a packet's way asks no questions. */
    private void arrange() {
        for (Seat listener : seats) {
            listener.hear(seats.stream()
                    .filter(speaker -> listener.role().hears(listener.session(), speaker.session(), speaker.role()))
                    .toArray(Seat[]::new));
        }
    }
}
