package org.rexian.media.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process, user and system. */
final class Cpu {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
