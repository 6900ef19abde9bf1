package org.rexian.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rexian.media.MediaPlane;
import org.rexian.media.Mixer;
import org.rexian.media.MixerRole;

/** Makes the media loop do what a {@link Scene} says: a bridge for two, a mixer for more, music for who is on hold. */
final class TalkAudio {

    /** Music on hold; whoever plays something else has another number. */
    static final long MUSIC = -1;

    private final MediaPlane plane;
    private final CallSettings settings;
    private Scene now = Scene.NOTHING;
    private @Nullable Mixer mixer;

    TalkAudio(MediaPlane plane, CallSettings settings) {
        this.plane = plane;
        this.settings = settings;
    }

    /** Goes over from the last scene to this one; legs that have ended may be in either. */
    void show(Scene next) {
        if (next.equals(now)) {
            return;
        }
        now.music()
                .filter(held -> !next.music().equals(now.music()))
                .ifPresent(held -> held.media().stopPlayback());
        release(now, next);
        if (next.mixed()) {
            mix(next);
        } else if (next.plain()) {
            bridge(next.together().getFirst(), next.together().getLast());
        }
        if (!next.music().equals(now.music())) {
            next.music().ifPresent(held -> held.media().play(MUSIC, List.of(settings.musicOnHold()), true));
        }
        now = next;
    }

    /** Key presses of the second, who is an agent, may be codes: whoever hears them sends on what is none. */
    private void bridge(Leg customer, Leg agent) {
        customer.media().bridge(agent.media(), settings.passDtmf(), false);
    }

    private void mix(Scene scene) {
        Mixer table = mixer(scene.together().getFirst());
        scene.together().forEach(leg -> table.join(leg.media(), MixerRole.PARTICIPANT));
        scene.supervisor().ifPresent(coach -> table.join(coach.leg().media(), role(coach)));
    }

    private Mixer mixer(Leg anyone) {
        Mixer existing = mixer;
        if (existing != null) {
            return existing;
        }
        Mixer made = plane.mixerBeside(anyone.media());
        mixer = made;
        return made;
    }

    private static MixerRole role(Scene.Coach coach) {
        return switch (coach.mode()) {
            case LISTEN -> MixerRole.LISTEN;
            case WHISPER -> MixerRole.whisperTo(coach.trainee().media());
            case BARGE -> MixerRole.BARGE;
        };
    }

    /** Takes out whoever was heard and is not in what comes; bridge and mixer themselves take over who stays. */
    private void release(Scene before, Scene next) {
        List<Leg> staying = next.plain() || next.mixed() ? inside(next) : List.of();
        for (Leg leg : inside(before)) {
            if (staying.contains(leg)) {
                continue;
            }
            if (before.mixed()) {
                mixer(leg).leave(leg.media());
            } else if (before.plain()) {
                leg.media().unbridge();
            }
        }
    }

    private static List<Leg> inside(Scene scene) {
        List<Leg> all = new ArrayList<>(scene.together());
        scene.supervisor().map(Scene.Coach::leg).ifPresent(all::add);
        return all;
    }

    /** The legs that hear each other now. */
    List<Leg> together() {
        return now.together();
    }

    Optional<Leg> onHold() {
        return now.music();
    }
}
