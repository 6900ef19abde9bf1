package org.rexian.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that the operator decides, read from one file and immutable.
 *
 * @param data folder for whatever the engine writes
 * @param hotlines folders with flows and prompts
 * @param written the file that it was read from
 */
public record Configuration(
        Path data,
        List<Path> hotlines,
        SipConfiguration sip,
        MediaConfiguration media,
        CallConfiguration calls,
        AcdSetup acd,
        StatisticsConfiguration statistics,
        StorageConfiguration storage,
        HttpConfiguration http,
        LogConfiguration log,
        Written written) {

    static final Key<Path> DATA =
            Key.of("data", Kinds.PATH, "data", "Folder for the database, recordings and spilled records.");
    static final Key<Path> HOTLINES = Key.list(
            "hotlines",
            Kinds.PATH,
            "",
            "Folders with flows, one a hotline; the numbers that reach it stand in the folder.");

    static final Table TABLE = Table.one(
            "",
            "The whole file. Relative paths start from the folder of the file.",
            List.of(DATA, HOTLINES),
            SipConfiguration.TABLE,
            MediaConfiguration.TABLE,
            CallConfiguration.TABLE,
            AcdSetup.TABLE,
            StatisticsConfiguration.TABLE,
            StorageConfiguration.TABLE,
            HttpConfiguration.TABLE,
            LogConfiguration.TABLE);

    static Configuration read(Section file, Written written) {
        Path data = file.resolve(file.get(DATA));
        SipConfiguration sip = SipConfiguration.read(file.section(SipConfiguration.TABLE));
        AcdSetup acd = AcdSetup.read(file.section(AcdSetup.TABLE), sip, data);
        return new Configuration(
                data,
                file.list(HOTLINES).stream().map(file::resolve).toList(),
                sip,
                MediaConfiguration.read(file.section(MediaConfiguration.TABLE)),
                CallConfiguration.read(file.section(CallConfiguration.TABLE), data, sip, acd),
                acd,
                StatisticsConfiguration.read(file.section(StatisticsConfiguration.TABLE)),
                StorageConfiguration.read(file.section(StorageConfiguration.TABLE), data),
                HttpConfiguration.read(file.section(HttpConfiguration.TABLE)),
                LogConfiguration.read(file.section(LogConfiguration.TABLE)),
                written);
    }

    /** The accounts of phones that are there only once they have registered. */
    public Set<String> registeringAccounts() {
        return sip.accounts().stream()
                .filter(account -> account.contact().isEmpty())
                .map(AccountConfiguration::user)
                .collect(Collectors.toUnmodifiableSet());
    }
}
