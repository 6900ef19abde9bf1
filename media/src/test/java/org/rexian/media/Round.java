package org.rexian.media;

import java.util.ArrayList;
import java.util.List;
import org.rexian.media.wav.Tone;

/** Phones that each say a tone of their own into a session, all sessions of one loop. */
final class Round implements AutoCloseable {

    static final int AMPLITUDE = 3_000;
    /** Primes: no tone is where a law's distortion of others would be heard. */
    private static final int[] HERTZ = {307, 523, 751, 977, 1_181, 1_399, 1_621, 1_873};

    /** One phone with its session. */
    static final class Party {
        final Phone phone = new Phone();
        final Studio.Told told = new Studio.Told();
        final AudioCodec codec;
        final int ptime;
        final int hertz;
        final MediaSession session;
        private int amplitude = AMPLITUDE;
        int ahead; // milliseconds until it says the next packet
        boolean mute;
        private short[] voice;
        private int said;

        private Party(Studio studio, AudioCodec codec, int ptime, int hertz) {
            this.codec = codec;
            this.ptime = ptime;
            this.hertz = hertz;
            this.voice = Tone.sine(hertz, AMPLITUDE, 8_000, 8_000); // a second holds whole periods
            this.session = studio.connected(told, phone.format(codec, ptime));
        }

        private void millisecond() {
            if (ahead-- > 0) {
                return;
            }
            ahead = ptime - 1;
            int frames = 8 * ptime;
            if (mute) {
                phone.sequence++;
                phone.timestamp += frames;
            } else {
                phone.say(session, codec, next(frames));
            }
            said += frames;
        }

        private short[] next(int frames) {
            short[] next = new short[frames];
            for (int i = 0; i < frames; i++) {
                next[i] = voice[(said + i) % voice.length];
            }
            return next;
        }

        void amplitude(int louder) {
            amplitude = louder;
            voice = Tone.sine(hertz, louder, 8_000, 8_000);
        }

        /** This, again and again, in place of its tone. */
        void says(short[] other) {
            voice = other;
        }

        int saidFrames() {
            return said;
        }

        /** What it heard since last asked. */
        short[] heard() {
            return Phone.audio(phone.heard(), codec);
        }
    }

    final Studio studio = new Studio();
    final List<Party> parties = new ArrayList<>();

    Party party(AudioCodec codec, int ptime) {
        Party party = new Party(studio, codec, ptime, HERTZ[parties.size()]);
        parties.add(party);
        return party;
    }

    Party party() {
        return party(AudioCodec.PCMU, 20);
    }

    /** All talk for so long. */
    void talk(int millis) {
        for (int i = 0; i < millis; i++) {
            parties.forEach(Party::millisecond);
            studio.advance(1);
        }
    }

    /** Talks until all is settled, then for half a second more: whose tones {@code listener} hears in that, as text. */
    String heardBy(Party listener) {
        talk(300);
        listener.heard();
        talk(500);
        return tonesIn(listener.heard());
    }

    String tonesIn(short[] audio) {
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < parties.size(); i++) {
            double share = Tone.amplitude(audio, parties.get(i).hertz) / parties.get(i).amplitude;
            if (share > 0.9 && share < 1.1) {
                heard.append((char) ('a' + i));
            } else if (share > 0.03) {
                heard.append((char) ('a' + i)).append(String.format("(%.2f)", share));
            }
        }
        return heard.toString();
    }

    @Override
    public void close() {
        studio.close();
        parties.forEach(party -> party.phone.close());
    }
}
