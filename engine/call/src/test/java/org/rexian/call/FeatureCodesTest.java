package org.rexian.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rexian.call.FeatureCodes.Feature;

class FeatureCodesTest {

    private final FeatureCodes codes = FeatureCodes.defaults();

    @Test
    void eachCodeIsItsFeature() {
        assertThat(codes.find("*11")).contains(new Feature.SignIn());
        assertThat(codes.find("*12")).contains(new Feature.SignOut());
        assertThat(codes.find("*13")).contains(new Feature.Ready());
        assertThat(codes.find("*15")).contains(new Feature.WrapUpEnded());
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
