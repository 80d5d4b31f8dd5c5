package org.repframework.engine.registry;

import java.util.List;

/** What a plugin says of itself and offers, in plain values; see {@link InstalledPlugin}. */
record PluginOffer(String name, String version, String summary, String classes, List<StageEntry> stages) {

    PluginOffer {
        stages = List.copyOf(stages);
    }
}
