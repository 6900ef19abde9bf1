package org.rexian.call;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.rexian.call.House.Plan;
import org.rexian.call.TestPhone.Habit;
import org.rexian.media.MediaPlane;
import org.rexian.media.MediaSettings;
import org.rexian.media.PromptStore;

/** A house and its phones for one test, closed after it. */
abstract class HouseRig {

    private final MediaPlane phonesAudio =
            new MediaPlane(MediaSettings.defaults(), new PromptStore(), System::nanoTime);
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        phonesAudio.close();
    }

    TestPhone phone(Habit habit) throws Exception {
        TestPhone phone = new TestPhone(phonesAudio, habit);
        open.add(phone);
        return phone;
    }

    House house(Plan plan, Map<String, TestPhone> accounts) throws Exception {
        return house(plan, Optional.empty(), accounts);
    }

    House house(Plan plan, Optional<Path> recordings, Map<String, TestPhone> accounts) throws Exception {
        Map<String, InetSocketAddress> phones = new LinkedHashMap<>();
        accounts.forEach((account, phone) -> phones.put(account, phone.address()));
        House house = new House(House.hotline(folder.resolve("hotline")), phones, recordings, plan);
        open.add(house);
        return house;
    }

    /** What one presses the other hears. */
    static void joined(TestPhone one, TestPhone other) throws Exception {
        one.press("7");
        other.hears("digit 7");
    }
}
