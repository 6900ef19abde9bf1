package org.rexian.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rexian.sip.auth.DigestServer.Result;

class DigestServerTest {
    private static final long LIFE = 300_000;
    private DigestServer server;
    private DigestClient ann;

    @BeforeEach
    void start() {
        server = server(100, DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
        ann = client("ann", "right");
    }

    private static DigestServer server(int maxTracked, DigestAlgorithm... offered) {
        Nonces nonces = new Nonces(new byte[16], LIFE, maxTracked);
        return new DigestServer(
                "rexian",
                nonces,
                user -> user.equals("ann") ? Optional.of(new Secret.Password("right")) : Optional.empty(),
                "decoy",
                List.of(offered));
    }

    private static DigestClient client(String user, String password) {
        return new DigestClient(user, new Secret.Password(password), new Random(2));
    }

    private List<String> challenge(long now) {
        return ((Result.Challenge) server.check("REGISTER", List.of(), now)).values();
    }

    private String answer(DigestClient client, long now) {
        client.challenged(challenge(now), false);
        return client.authorization("REGISTER", "sip:rexian").orElseThrow();
    }

    @Test
    void rightPasswordIsProvenOnceAndAReplayIsStale() {
        String credentials = answer(ann, 0);
        assertThat(server.check("REGISTER", List.of(credentials), 1)).isEqualTo(new Result.Proven("ann"));
        assertThat(stale(server.check("REGISTER", List.of(credentials), 2))).isTrue();
        String next = ann.authorization("REGISTER", "sip:rexian").orElseThrow();
        assertThat(server.check("REGISTER", List.of(next), 3)).isEqualTo(new Result.Proven("ann"));
    }

    @Test
    void countsMayOvertakeEachOtherButNotRepeat() {
        String first = answer(ann, 0);
        String second = ann.authorization("REGISTER", "sip:rexian").orElseThrow();
        assertThat(server.check("REGISTER", List.of(second), 1)).isInstanceOf(Result.Proven.class);
        assertThat(server.check("REGISTER", List.of(first), 1)).isInstanceOf(Result.Proven.class);
        assertThat(stale(server.check("REGISTER", List.of(second), 1))).isTrue();
    }

    @Test
    void oldNonceIsStaleOnlyForTheRightPassword() {
        String good = answer(ann, 0);
        assertThat(stale(server.check("REGISTER", List.of(good), LIFE))).isTrue();
        String wrong = answer(client("ann", "wrong"), 0);
        Result result = server.check("REGISTER", List.of(wrong), LIFE);
        assertThat(stale(result)).isFalse();
        assertThat(((Result.Challenge) result).wrong()).isTrue();
    }

    @Test
    void unknownUserAndWrongPasswordLookAlike() {
        Result unknown = server.check("REGISTER", List.of(answer(client("bob", "x"), 0)), 0);
        Result wrong = server.check("REGISTER", List.of(answer(client("ann", "x"), 0)), 0);
        Result decoy = server.check("REGISTER", List.of(answer(client("bob", "decoy"), 0)), 0);
        assertThat(shape(unknown)).isEqualTo(shape(wrong)).isEqualTo(shape(decoy));
    }

    @Test
    void forgedOrForeignNonceAndMissingQopAreChallenged() {
        String good = answer(ann, 0);
        String forged = good.replaceFirst("nonce=\"0", "nonce=\"1");
        assertThat(stale(server.check("REGISTER", List.of(forged), 0))).isFalse();
        String noQop = good.replaceFirst("qop=auth, ", "");
        assertThat(server.check("REGISTER", List.of(noQop), 0)).isInstanceOf(Result.Challenge.class);
        assertThat(server.check("INVITE", List.of(good), 0))
                .as("another method")
                .isInstanceOf(Result.Challenge.class);
    }

    @Test
    void forgettingANonceNeverMakesItReplayable() {
        server = server(1, DigestAlgorithm.MD5);
        String first = answer(ann, 0);
        assertThat(server.check("REGISTER", List.of(first), 0)).isInstanceOf(Result.Proven.class);
        String second = answer(client("ann", "right"), 5);
        assertThat(server.check("REGISTER", List.of(second), 5)).isInstanceOf(Result.Proven.class);
        assertThat(stale(server.check("REGISTER", List.of(first), 6))).isTrue();
    }

    @Test
    void offersWhatItIsToldInThatOrder() {
        assertThat(challenge(0))
                .satisfiesExactly(
                        first -> assertThat(first).contains("algorithm=SHA-256"),
                        second -> assertThat(second).contains("algorithm=MD5"));
        server = server(100, DigestAlgorithm.MD5);
        assertThat(challenge(0)).singleElement().asString().contains("algorithm=MD5");
    }

    @Test
    void whatWasNotOfferedProvesNothing() {
        String bySha = answer(ann, 0);
        assertThat(bySha).contains("algorithm=SHA-256");
        server = server(100, DigestAlgorithm.MD5);
        Result refused = server.check("REGISTER", List.of(bySha), 1);
        assertThat(((Result.Challenge) refused).wrong()).isTrue();
        String byMd5 = answer(client("ann", "right"), 2);
        assertThat(server.check("REGISTER", List.of(byMd5), 3)).isEqualTo(new Result.Proven("ann"));
        server = server(100, DigestAlgorithm.SHA_256);
        String old = byMd5.replace(", algorithm=MD5", "");
        assertThat(((Result.Challenge) server.check("REGISTER", List.of(old), 4)).wrong())
                .isTrue();
    }

    private static boolean stale(Result result) {
        return ((Result.Challenge) result).values().getFirst().contains("stale=true");
    }

    private static String shape(Result result) {
        Result.Challenge c = (Result.Challenge) result;
        return c.wrong() + String.join("|", c.values()).replaceAll("nonce=\"[^\"]*\"", "nonce");
    }
}
