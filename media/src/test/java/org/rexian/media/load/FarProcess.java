package org.rexian.media.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@link Far} as a child process. */
final class FarProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter orders;
    final List<Integer> ports;

    FarProcess(int sockets) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        String path = System.getProperty("java.class.path");
        process = new ProcessBuilder(java, "-cp", path, Far.class.getName(), Integer.toString(sockets))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(UTF_8);
        orders = new PrintWriter(process.outputWriter(UTF_8), true);
        ports = Arrays.stream(answers.readLine().split(" ", -1))
                .skip(1)
                .map(Integer::valueOf)
                .toList();
    }

    void send(List<Integer> to) {
        orders.println(to.stream().map(Object::toString).collect(Collectors.joining(" ", "send ", "")));
    }

    void measure() {
        orders.println("measure");
    }

    /** received, lost, sent, p99 and p99.9 of |gap − 20 ms|, p50 and p99 of delay. */
    String[] report() throws IOException {
        orders.println("report");
        return answers.readLine().split(" ", -1);
    }

    @Override
    public void close() throws IOException {
        orders.println("quit");
        process.destroy();
        orders.close();
        answers.close();
    }
}
