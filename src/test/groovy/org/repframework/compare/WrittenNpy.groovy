package org.repframework.compare

import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** Files as numpy writes them, in every form that it has. */
class WrittenNpy {

    /** @param values in the order of the file */
    static byte[] bytes(String descr, boolean fortran, String shape, List<Number> values, int version = 1) {
        def text = "{'descr': '$descr', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': $shape, }\n"
        def head = text.getBytes(StandardCharsets.UTF_8)
        def order = descr.startsWith('>') ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN
        def width = descr[-1] as int
        def file = ByteBuffer.allocate(6 + 2 + (version == 1 ? 2 : 4) + head.length + values.size() * width)
        file.put([0x93, 'N', 'U', 'M', 'P', 'Y'].collect { (it instanceof String ? it.charAt(0) : it) as byte } as byte[])
        file.put(version as byte).put(0 as byte).order(ByteOrder.LITTLE_ENDIAN)
        version == 1 ? file.putShort(head.length as short) : file.putInt(head.length)
        file.put(head).order(order)
        values.each { put(file, descr[-2..-1], it) }
        return file.array()
    }

    private static void put(ByteBuffer file, String type, Number value) {
        switch (type) {
            case 'f4': file.putFloat(value as float); break
            case 'f8': file.putDouble(value as double); break
            case ['i1', 'u1', 'b1']: file.put(value as byte); break
            case ['i2', 'u2']: file.putShort(value as short); break
            case ['i4', 'u4']: file.putInt(value as int); break
            case ['i8', 'u8']: file.putLong(value.longValue()); break
        }
    }

    static Path write(Path file, List<List<Number>> rows, String descr = '<f8') {
        Files.write(file, bytes(descr, false, "(${rows.size()}, ${rows[0].size()})", rows.flatten()))
    }
}
