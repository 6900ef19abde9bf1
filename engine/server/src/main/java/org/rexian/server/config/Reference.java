package org.rexian.server.config;

/** Prints the reference page from the tables that read the file, so that page and program can't differ. */
public final class Reference {

    private Reference() {}

    /** The page {@code docs/reference/configuration.md}. */
    public static String page() {
        StringBuilder out = new StringBuilder("""
                # Configuration

                One YAML file, `rexian.yaml`. `rexian check -c FILE` prints every problem in it as file:line:column, or a
                summary of what would run. A commented example is `docs/operating/rexian.yaml`. This page is printed from
                the program (`org.rexian.server.config.Reference`), and a test compares the two.

                Durations are a number and a unit: `500ms`, `20s`, `5m`, `2h`, `7d`. Anywhere in a value, `${env:NAME}` stands
                for an environment variable: use it for secrets. Relative paths start from the folder of the file.
                """);
        write(out, Configuration.TABLE, "");
        return out.toString();
    }

    /** The page {@code docs/reference/scenario.md}. */
    public static String scenarioPage() {
        StringBuilder out = new StringBuilder("""
                # Scenarios

                What `rexian sim FILE` plays, as one YAML file; `docs/operating/simulation.md` says how to use it, and
                `docs/operating/sim` has examples. This page is printed from the program
                (`org.rexian.server.config.Reference`), and a test compares the two.

                Durations are a number and a unit: `500ms`, `20s`, `5m`, `2h`. A distribution is `constant 3m`, `exponential 3m`
                (its mean), `lognormal 5m 0.8` (mean, and standard deviation ÷ mean), `file talks.txt` (a duration a line, each
                as likely), or `none` (never). `acd` takes the same keys as in `rexian.yaml`, see `configuration.md`.
                """);
        write(out, SimulationPlan.TABLE, "");
        return out.substring(0, out.indexOf("\n## `acd`"));
    }

    private static void write(StringBuilder out, Table table, String above) {
        String path = above.isEmpty() ? table.name() : above + "." + table.name();
        out.append("\n## ").append(path.isEmpty() ? "The file" : "`" + path + "`");
        out.append(table.repeated() ? " (a list)" : "")
                .append("\n\n")
                .append(table.purpose())
                .append('\n');
        if (!table.keys().isEmpty()) {
            out.append("\n| key | value | default | meaning |\n|---|---|---|---|\n");
            table.keys().forEach(key -> row(out, key));
        }
        table.tables().forEach(below -> write(out, below, path));
    }

    private static void row(StringBuilder out, Key<?> key) {
        String form = switch (key.shape()) {
            case ONE -> key.kind().form();
            case LIST -> "list: " + key.kind().form();
            case MAP -> "mapping to: " + key.kind().form();
        };
        String fallback = key.required() ? "required" : key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
        out.append("| `")
                .append(key.name())
                .append("` | ")
                .append(form)
                .append(" | ")
                .append(fallback)
                .append(" | ")
                .append(key.description())
                .append(" |\n");
    }
}
