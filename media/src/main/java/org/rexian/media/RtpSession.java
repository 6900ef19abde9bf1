package org.rexian.media;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A leg's audio as the call layer holds it: each call becomes a message to the stream's loop. */
final class RtpSession implements MediaSession {

    private final MediaLoop loop;
    private final RtpStream stream;
    private final PromptStore prompts;
    private final InetSocketAddress localAddress;

    RtpSession(MediaLoop loop, RtpStream stream, PromptStore prompts) {
        this.loop = loop;
        this.stream = stream;
        this.prompts = prompts;
        this.localAddress = stream.port().local();
        post(stream::open);
    }

    /** Goes on where another one stood; right after it was made. */
    void restore(MediaSessionState saved, int outageMillis) {
        post(() -> stream.restore(saved, outageMillis));
    }

    void post(Runnable command) {
        loop.post(() -> {
            loop.working(stream);
            command.run();
        });
    }

    MediaLoop loop() {
        return loop;
    }

    RtpStream stream() {
        return stream;
    }

    @Override
    public InetSocketAddress localAddress() {
        return localAddress;
    }

    @Override
    public void connect(StreamFormat format) {
        post(() -> stream.connect(format));
    }

    @Override
    public void play(long playback, List<Path> files, boolean repeat) {
        List<Path> asked = List.copyOf(files);
        Optional<List<Prompt>> ready = prompts.findAll(asked);
        post(() -> {
            long generation = stream.beginPlayback();
            ready.ifPresentOrElse(
                    found -> stream.playLoaded(generation, playback, found, repeat),
                    () -> prompts.loadAll(
                            asked, loaded -> post(() -> stream.playLoaded(generation, playback, loaded, repeat))));
        });
    }

    @Override
    public void stopPlayback() {
        post(stream::beginPlayback);
    }

    @Override
    public void bridge(MediaSession other, boolean passDtmf, boolean passDtmfBack) {
        if (!(other instanceof RtpSession session) || session.loop != loop) {
            throw new IllegalArgumentException("only sessions of one loop can be bridged: open one beside the other");
        }
        post(() -> stream.bridge(session.stream, passDtmf, passDtmfBack));
    }

    @Override
    public void unbridge() {
        post(stream::endBridge);
    }

    @Override
    public void startRecording(Path file) {
        post(() -> stream.startRecording(file));
    }

    @Override
    public void stopRecording() {
        post(() -> stream.stopRecording(() -> {}));
    }

    @Override
    public void sendDigits(String digits, int toneMillis) {
        post(() -> stream.sendDigits(digits, toneMillis));
    }

    @Override
    public void state(Consumer<MediaSessionState> then) {
        post(() -> {
            if (!stream.closed()) {
                then.accept(stream.state());
            }
        });
    }

    @Override
    public void close() {
        post(stream::close);
    }
}
