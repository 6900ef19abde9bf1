package org.rexian.media;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Several sessions of one media loop that hear each other by their {@link MixerRole}s: conference, listening in, whisper, barge.
 * Made by {@link MediaPlane#mixerBeside}. Methods may be called from any thread; each is a message to the media loop, in one order
 * with those of the sessions.
 *
 * <p>A party hears the saturated sum of those whom its role lets it hear, at its own codec and packet length. Its own playback and
 * key presses are heard instead of the mix, by it alone. Telephone-events are reported, never mixed. Recording goes on: left what
 * the party says, right what it hears. A session that closes or is bridged leaves by itself; one on hold is not heard.
 */
public final class Mixer {

    private final MediaLoop loop;
    private final PromptStore prompts;
    private final Mix mix;

    Mixer(MediaLoop loop, PromptStore prompts) {
        this.loop = loop;
        this.prompts = prompts;
        this.mix = new Mix(loop);
    }

    /**
     * Takes {@code session} in: out of its bridge (which ends on both sides) or other mix, its playback ended. If it is in already
     * only its role changes.
     *
     * @throws IllegalArgumentException when the session is of another loop
     */
    public void join(MediaSession session, MixerRole role) {
        RtpSession party = ofThisLoop(session);
        party.post(() -> party.stream().join(mix, party, role));
    }

    /** Changes who hears whom, without a gap; nothing if {@code session} is not in (any more). */
    public void change(MediaSession session, MixerRole role) {
        RtpSession party = ofThisLoop(session);
        party.post(() -> mix.change(party.stream(), role));
    }

    /**
     * Takes {@code session} out, to silence; nothing if it is not in. To go from the mix to a bridge, {@link MediaSession#bridge} alone
     * does it for both sides, and lets each first hear what the other has just said.
     */
    public void leave(MediaSession session) {
        RtpSession party = ofThisLoop(session);
        party.post(() -> mix.leave(party.stream()));
    }

    /** Plays WAV files in order to all parties, mixed with their talk: a tone for who enters. Replaces what is being played so. */
    public void play(List<Path> files) {
        List<Path> asked = List.copyOf(files);
        Optional<List<Prompt>> ready = prompts.findAll(asked);
        if (ready.isPresent()) {
            loop.post(() -> mix.play(ready.get()));
        } else {
            prompts.loadAll(asked, loaded -> loop.post(() -> mix.play(loaded)));
        }
    }

    /** Takes all sessions out, to silence. The mixer may be used again. */
    public void close() {
        loop.post(mix::close);
    }

    private RtpSession ofThisLoop(MediaSession session) {
        if (!(session instanceof RtpSession party) || party.loop() != loop) {
            throw new IllegalArgumentException("only sessions of one loop can be mixed: open one beside the other");
        }
        return party;
    }
}
