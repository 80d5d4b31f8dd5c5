package org.repframework.engine.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.repframework.engine.registry.Catalogue.Content;
import org.repframework.engine.registry.Catalogue.Remembered;
import org.repframework.engine.settings.SettingKind;
import org.repframework.engine.settings.SettingSpec;
import org.repframework.spi.Role;
import org.repframework.spi.Role.Slot;

/**
 * The bytes of a catalogue after their checksum. Plain data streams, no JSON and no digest: the start of either takes
 * longer than loading all the plugins would, and reading the catalogue is among the first things that every command does.
 */
final class CatalogueFile {

    private static final int SUM = Long.BYTES;

    /** Writes one thing of a list. */
    private interface Writer<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    /** Reads one thing of a list. */
    private interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    private CatalogueFile() {}

    static byte[] encode(Content content) throws IOException {
        var body = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(body)) {
            out.writeUTF(content.framework());
            write(out, content.files().entrySet(), (to, file) -> {
                to.writeUTF(file.getKey());
                to.writeLong(file.getValue().size());
                to.writeUTF(file.getValue().modified());
                to.writeUTF(file.getValue().sha256());
            });
            write(out, content.plugins().entrySet(), (to, plugin) -> {
                to.writeUTF(plugin.getKey());
                to.writeUTF(plugin.getValue().state());
                write(to, plugin.getValue().offers(), CatalogueFile::writeOffer);
            });
        }
        var bytes = body.toByteArray();
        return ByteBuffer.allocate(SUM + bytes.length)
                .putLong(sum(bytes, 0))
                .put(bytes)
                .array();
    }

    /** Empty if the bytes are not as they were written, or were written by another version of the framework. */
    static Optional<Content> decode(byte[] file, String framework) throws IOException {
        if (file.length < SUM || ByteBuffer.wrap(file).getLong() != sum(file, SUM)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(file, SUM, file.length - SUM))) {
            if (!in.readUTF().equals(framework)) {
                return Optional.empty();
            }
            var files = new TreeMap<String, FileSums.Sum>();
            read(
                    in,
                    from -> files.put(
                            from.readUTF(), new FileSums.Sum(from.readLong(), from.readUTF(), from.readUTF())));
            var plugins = new TreeMap<String, Remembered>();
            read(
                    in,
                    from -> plugins.put(
                            from.readUTF(), new Remembered(from.readUTF(), read(from, CatalogueFile::readOffer))));
            return Optional.of(new Content(framework, files, plugins));
        }
    }

    private static long sum(byte[] bytes, int from) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return checksum.getValue();
    }

    private static void writeOffer(DataOutput out, PluginOffer offer) throws IOException {
        out.writeUTF(offer.name());
        out.writeUTF(offer.version());
        out.writeUTF(offer.summary());
        out.writeUTF(offer.classes());
        write(out, offer.stages(), (to, stage) -> {
            to.writeUTF(stage.role().name());
            to.writeUTF(stage.name());
            to.writeUTF(stage.summary());
            to.writeInt(stage.revision());
            to.writeBoolean(stage.draws());
            to.writeBoolean(stage.dependsOnThreads());
            write(to, stage.slots(), CatalogueFile::writeSlot);
            to.writeBoolean(stage.delivers());
            write(to, stage.settings(), CatalogueFile::writeSetting);
            write(to, stage.traits(), DataOutput::writeUTF);
        });
    }

    private static PluginOffer readOffer(DataInput in) throws IOException {
        return new PluginOffer(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                read(
                        in,
                        from -> new StageEntry(
                                Role.valueOf(from.readUTF()),
                                from.readUTF(),
                                from.readUTF(),
                                from.readInt(),
                                from.readBoolean(),
                                from.readBoolean(),
                                read(from, CatalogueFile::readSlot),
                                from.readBoolean(),
                                read(from, CatalogueFile::readSetting),
                                read(from, DataInput::readUTF))));
    }

    private static void writeSlot(DataOutput out, Slot slot) throws IOException {
        out.writeUTF(slot.name());
        out.writeUTF(slot.type().getName());
        out.writeUTF(slot.given().name());
    }

    private static Slot readSlot(DataInput in) throws IOException {
        var name = in.readUTF();
        var type = in.readUTF();
        try {
            return new Slot(name, Class.forName(type), Slot.Given.valueOf(in.readUTF()));
        } catch (ClassNotFoundException cause) {
            throw new IOException("the catalogue names an unknown type of artifact, " + type, cause);
        }
    }

    private static void writeSetting(DataOutput out, SettingSpec setting) throws IOException {
        out.writeUTF(setting.name());
        out.writeUTF(setting.kind().name());
        out.writeBoolean(setting.isList());
        out.writeUTF(setting.summary());
        write(out, setting.defaultText().stream().toList(), DataOutput::writeUTF);
        out.writeDouble(setting.min());
        out.writeDouble(setting.max());
        write(out, setting.choices(), DataOutput::writeUTF);
    }

    private static SettingSpec readSetting(DataInput in) throws IOException {
        return new SettingSpec(
                in.readUTF(),
                SettingKind.valueOf(in.readUTF()),
                in.readBoolean(),
                in.readUTF(),
                read(in, DataInput::readUTF).stream().findFirst(),
                in.readDouble(),
                in.readDouble(),
                read(in, DataInput::readUTF));
    }

    private static <T> void write(DataOutput out, Collection<T> all, Writer<T> writer) throws IOException {
        out.writeInt(all.size());
        for (var one : all) {
            writer.write(out, one);
        }
    }

    private static <T> List<T> read(DataInput in, Reader<T> reader) throws IOException {
        var all = new ArrayList<T>();
        for (var rest = in.readInt(); rest > 0; rest--) {
            all.add(reader.read(in));
        }
        return all;
    }
}
