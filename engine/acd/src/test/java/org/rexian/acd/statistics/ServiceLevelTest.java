package org.rexian.acd.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.rexian.acd.statistics.ServiceLevel.Formula;

class ServiceLevelTest {

    /** 80 answered, 60 of them in time; 20 abandoned, 8 of them in time. */
    private final ServiceLevel level = ServiceLevel.of(80, 60, 20, 8);

    @Test
    void eachFormulaDividesWhatItsNameSays() {
        assertThat(level.f1()).hasValue(68.0 / 100);
        assertThat(level.f2()).hasValue(60.0 / 80);
        assertThat(level.f3()).hasValue(60.0 / 100);
        assertThat(level.f4()).hasValue(60.0 / 92);
    }

    @Test
    void theFormulaThatIsMeantIsFoundByName() {
        assertThat(Formula.values())
                .extracting(level::by)
                .containsExactly(level.f1(), level.f2(), level.f3(), level.f4());
    }

    @Test
    void thereIsNoFigureOfNothing() {
        ServiceLevel onlyEarlyHangUps = ServiceLevel.of(0, 0, 3, 3);
        assertThat(onlyEarlyHangUps.f1()).hasValue(1);
        assertThat(onlyEarlyHangUps.f2()).isEqualTo(OptionalDouble.empty());
        assertThat(onlyEarlyHangUps.f3()).hasValue(0);
        assertThat(onlyEarlyHangUps.f4()).isEqualTo(OptionalDouble.empty());
        assertThat(ServiceLevel.of(0, 0, 0, 0).f1()).isEmpty();
    }
}
