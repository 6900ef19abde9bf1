package org.rexian.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** The directions of the house: what Maven can't forbid. */
@AnalyzeClasses(packages = "org.rexian", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ACD_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("org.rexian.acd..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.rexian.acd..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule SIP_KNOWS_NO_OTHER_LEAF = noClasses()
            .that()
            .resideInAPackage("org.rexian.sip..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rexian.acd..", "org.rexian.media..", "org.rexian.ivr..", "org.rexian.call..");

    @ArchTest
    static final ArchRule MEDIA_KNOWS_NO_OTHER_LEAF = noClasses()
            .that()
            .resideInAPackage("org.rexian.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rexian.acd..", "org.rexian.sip..", "org.rexian.ivr..", "org.rexian.call..");

    @ArchTest
    static final ArchRule FLOWS_KNOW_NO_OTHER_LEAF = noClasses()
            .that()
            .resideInAPackage("org.rexian.ivr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rexian.acd..", "org.rexian.sip..", "org.rexian.media..", "org.rexian.call..");

    @ArchTest
    static final ArchRule ONLY_THE_WALL_KNOWS_JAIN_SIP = noClasses()
            .that()
            .resideOutsideOfPackage("org.rexian.sip.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.sip..", "gov.nist..");

    @ArchTest
    static final ArchRule TIME_IS_AN_ARGUMENT = noClasses()
            .that()
            .resideOutsideOfPackages("org.rexian.server..", "org.rexian.harness..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule THE_SHELL_ALONE_KNOWS_RING_DATABASE_AND_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("org.rexian.server..", "org.rexian.harness..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.lmax.disruptor..",
                    "io.javalin..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "com.zaxxer..",
                    "java.sql..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule THE_RING_KNOWS_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("org.rexian.server.acd..", "org.rexian.server.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "io.javalin..", "org.rexian.server.storage..");
}
