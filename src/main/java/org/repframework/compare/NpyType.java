package org.repframework.compare;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of numpy whose values are read, and how: into doubles. */
enum NpyType {
    FLOAT32("f4", Float.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            var values = new float[count];
            bytes.asFloatBuffer().get(values); // at once: value by value takes several times as long
            for (var i = 0; i < count; i++) {
                target[first + i] = values[i];
            }
        }
    },
    FLOAT64("f8", Double.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            bytes.asDoubleBuffer().get(target, first, count);
        }
    },
    INT8("i1", Byte.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = bytes.get(i);
            }
        }
    },
    INT16("i2", Short.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = bytes.getShort(i * Short.BYTES);
            }
        }
    },
    INT32("i4", Integer.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = bytes.getInt(i * Integer.BYTES);
            }
        }
    },
    INT64("i8", Long.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = bytes.getLong(i * Long.BYTES);
            }
        }
    },
    UINT8("u1", Byte.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = Byte.toUnsignedInt(bytes.get(i));
            }
        }
    },
    UINT16("u2", Short.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = Short.toUnsignedInt(bytes.getShort(i * Short.BYTES));
            }
        }
    },
    UINT32("u4", Integer.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = Integer.toUnsignedLong(bytes.getInt(i * Integer.BYTES));
            }
        }
    },
    UINT64("u8", Long.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                var value = bytes.getLong(i * Long.BYTES);
                // of what is beyond Long.MAX_VALUE half is taken, the lowest bit kept for the rounding
                target[first + i] = value >= 0 ? value : (double) (value >>> 1 | value & 1) * 2;
            }
        }
    },
    BOOL("b1", Byte.BYTES) {
        @Override
        void convert(ByteBuffer bytes, double[] target, int first, int count) {
            for (var i = 0; i < count; i++) {
                target[first + i] = bytes.get(i) == 0 ? 0 : 1;
            }
        }
    };

    private final String code;
    private final int width;

    NpyType(String code, int width) {
        this.code = code;
        this.width = width;
    }

    static Optional<NpyType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** All of them, for a message. */
    static String titles() {
        return Arrays.stream(values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Bytes of a value. */
    int width() {
        return width;
    }

    /** @param bytes in the byte order of the file, from position 0 */
    abstract void convert(ByteBuffer bytes, double[] target, int first, int count);
}
