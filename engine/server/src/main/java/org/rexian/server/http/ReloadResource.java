package org.rexian.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.rexian.server.Printable;
import org.rexian.server.reload.Reload;

/** {@code POST /api/configuration/reload}: the file is read again; 422 with every problem when it is refused. */
final class ReloadResource {

    private final Reload reload;

    ReloadResource(Reload reload) {
        this.reload = reload;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/configuration/reload", this::reload);
    }

    private void reload(Context context) throws InterruptedException {
        String file = context.body().isBlank()
                ? ""
                : Body.of(context, List.of("file")).text("file", 500).orElse("");
        if (!file.isEmpty() && !file.equals(reload.file().toString())) {
            throw ApiError.conflict("this engine runs with " + reload.file() + ", not with " + Printable.line(file));
        }
        switch (reload.now()) {
            case Reload.Outcome.Applied applied ->
                Replies.json(
                        context,
                        Map.of(
                                "file", applied.file().toString(),
                                "changed", applied.changed(),
                                "needRestart", applied.needRestart(),
                                "warnings", applied.warnings()));
            case Reload.Outcome.Refused refused -> {
                context.status(422);
                Replies.json(
                        context,
                        Map.of(
                                "error", "the configuration was refused, the running one stays",
                                "file", refused.file().toString(),
                                "problems", refused.problems(),
                                "warnings", refused.warnings()));
            }
        }
    }
}
