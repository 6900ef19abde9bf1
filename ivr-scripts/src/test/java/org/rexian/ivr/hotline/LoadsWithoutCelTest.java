package org.rexian.ivr.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A server that starts must not pay for the classes of CEL (decision 0053): what ships has only the common expressions. */
class LoadsWithoutCelTest {

    /** Loads everything anew, and remembers the names. */
    private static final class Watching extends URLClassLoader {
        private final List<String> names = new ArrayList<>();

        Watching(URL[] classPath) {
            super(classPath, ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            names.add(name);
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void theShippedHotlineNeedsNoCel() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        try (Watching loader = new Watching(classPath.toArray(new URL[0]))) {
            Class<?> library = loader.loadClass("org.rexian.ivr.FlowLibrary");
            Object loaded = library.getMethod("load", Path.class).invoke(library, Path.of("hotlines/10060"));
            Object found = loaded.getClass().getMethod("library").invoke(loaded);
            assertThat((Optional<?>) found).isPresent();
            assertThat(loader.names)
                    .contains("org.rexian.ivr.expr.TermParser")
                    .noneMatch(name -> name.startsWith("dev.cel"));
        }
    }
}
