package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.call.FeatureCodes.Feature;

class FeatureCodesTest {

    private final FeatureCodes codes = FeatureCodes.defaults();

    @Test
    void eachCodeIsItsFeature() {
        assertThat(codes.find("*11")).contains(new Feature.SignIn(""));
        assertThat(codes.find("*12")).contains(new Feature.SignOut());
        assertThat(codes.find("*13")).contains(new Feature.Ready());
        assertThat(codes.find("*15")).contains(new Feature.WrapUpEnded());
        assertThat(codes.find("*16")).contains(new Feature.ExtendWrapUp());
    }

    @Test
    void digitsBehindACodeSayWhom() {
        assertThat(codes.find("*111007")).contains(new Feature.SignIn("1007"));
        assertThat(codes.find("*311001")).contains(new Feature.Supervise(SupervisionMode.LISTEN, "1001"));
        assertThat(codes.find("*331001")).contains(new Feature.Supervise(SupervisionMode.BARGE, "1001"));
        assertThat(codes.find("*341001")).contains(new Feature.TakeOver("1001"));
        assertThat(codes.find("*31")).as("listen to whom?").isEmpty();
        assertThat(codes.find("*2280")).contains(new Feature.OpenQueue("80", false));
        assertThat(codes.find("*121001")).as("nobody signs out somebody else").isEmpty();
    }

    @Test
    void notReadyTakesItsReasonFromTheDigitsBehindIt() {
        assertThat(codes.find("*14")).contains(new Feature.NotReady("break"));
        assertThat(codes.find("*142")).contains(new Feature.NotReady("meal"));
        assertThat(codes.find("*149")).as("no such reason").isEmpty();
    }

    @Test
    void whatIsNoCodeIsANumber() {
        assertThat(codes.find("10060")).isEmpty();
        assertThat(codes.find("*1")).isEmpty();
        assertThat(codes.find("")).isEmpty();
    }
}
