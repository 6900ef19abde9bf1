package org.rexian.harness.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A program of Debian's that tests drive, and the package that it comes in. */
public enum DebianTool {
    SIPP("sipp", "sip-tester"),
    BARESIP("baresip", "baresip-core");

    private final String program;
    private final String debianPackage;

    DebianTool(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    public String program() {
        return program;
    }

    /** Whether it is on the PATH. */
    public boolean installed() {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What to tell somebody who has not got it. */
    public String howToInstall() {
        return program + " is not installed: apt-get install " + debianPackage;
    }
}
