package org.rexian.server.live;

import java.util.Locale;
import java.util.OptionalDouble;
import org.rexian.acd.statistics.By;
import org.rexian.acd.statistics.Figures;
import org.rexian.acd.statistics.Measure;
import org.rexian.acd.statistics.ServiceLevel;

/**
 * Contacts of one tier or skill, or agents of one team, since the figures began. Times in milliseconds, 0 where there is nothing to
 * divide by.
 *
 * @param by {@code tier}, {@code skill} or {@code team}
 * @param name empty for contacts without
 * @param offered entries into queues; 0 for teams, as {@code abandoned} and {@code present}
 * @param present who waits or rings
 * @param answerMillis average wait of those who were answered (ASA)
 * @param handleMillis average talk, hold and wrap-up (AHT)
 * @param occupancy 0–1, for teams
 */
public record GroupSnapshot(
        String by,
        String name,
        long offered,
        long answered,
        long abandoned,
        long present,
        long answerMillis,
        long handleMillis,
        ServiceLevel serviceLevel,
        OptionalDouble occupancy) {

    static GroupSnapshot of(By by, String name, Figures figures) {
        boolean team = by == By.TEAM;
        return new GroupSnapshot(
                by.name().toLowerCase(Locale.ROOT),
                name,
                figures.offered(),
                figures.get(Measure.ANSWERED),
                figures.get(Measure.ABANDONED),
                team ? 0 : figures.present(),
                figures.averageAnswerMillis().orElse(0),
                figures.averageHandleMillis().orElse(0),
                figures.serviceLevel(),
                figures.occupancy());
    }
}
