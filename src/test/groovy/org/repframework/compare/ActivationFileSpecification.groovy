package org.repframework.compare

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import spock.lang.Specification
import spock.lang.TempDir

/** What is read of anyone's files, and what is said of those that cannot be read. */
class ActivationFileSpecification extends Specification {

    @TempDir
    Path folder

    static List<List<Double>> rows(String file) {
        ActivationFile.open(file).withCloseable { opened -> rows(opened) }
    }

    static List<List<Double>> rows(ActivationFile opened) {
        def matrix = opened.rows().matrix()
        (0..<matrix.rows()).collect { matrix.rowAt(it) as List }
    }

    static String complaint(String file) {
        try {
            ActivationFile.open(file).withCloseable { rows(it) }
            return 'nothing'
        } catch (UnusableInput unusable) {
            assert unusable.problems().size() == 1
            def problem = unusable.problems()[0]
            return problem.message() + (problem.todo() ? ' | ' + problem.todo() : '')
        } catch (NotFiniteException value) {
            return value.message
        }
    }

    def 'values of the type #descr are read'() {
        given:
        def file = Files.write(folder.resolve('x.npy'), WrittenNpy.bytes(descr, false, '(3, 2)', values))

        expect:
        rows("$file").flatten() == read

        where:
        descr | values                                         || read
        '<f4' | [0, 1.5, -2, 0.125, 2**100, 3]                 || [0, 1.5, -2, 0.125, 2**100, 3]
        '>f4' | [0, 1.5, -2, 0.125, 2**100, 3]                 || [0, 1.5, -2, 0.125, 2**100, 3]
        '<f8' | [0, 1.5, -2, 0.1d, 1e300d, 3]                  || [0, 1.5, -2, 0.1d, 1e300d, 3]
        '>f8' | [0, 1.5, -2, 0.1d, 1e300d, 3]                  || [0, 1.5, -2, 0.1d, 1e300d, 3]
        '|i1' | [0, 1, -128, 127, -1, 5]                       || [0, 1, -128, 127, -1, 5]
        '|u1' | [0, 1, 128, 255, 200, 5]                       || [0, 1, 128, 255, 200, 5]
        '|b1' | [0, 1, 1, 0, 1, 0]                             || [0, 1, 1, 0, 1, 0]
        '<i2' | [0, 1, -32768, 32767, -1, 5]                   || [0, 1, -32768, 32767, -1, 5]
        '>i2' | [0, 1, -32768, 32767, -1, 5]                   || [0, 1, -32768, 32767, -1, 5]
        '<u2' | [0, 1, 32768, 65535, 258, 5]                   || [0, 1, 32768, 65535, 258, 5]
        '>i4' | [0, 1, -2147483648, 2147483647, -1, 5]         || [0, 1, -2147483648d, 2147483647d, -1, 5]
        '<u4' | [0, 1, 2147483648L, 4294967295L, 258, 5]       || [0, 1, 2147483648d, 4294967295d, 258, 5]
        '<i8' | [0, 1, -(1L << 62), 1L << 52, -1, 5]           || [0, 1, -(2d**62), 2d**52, -1, 5]
        '>u8' | [0, 1, 1L << 62, -(1L << 62), -1L, 5]          || [0, 1, 4611686018427387904d, 13835058055282163712d, 18446744073709551616d, 5]
    }

    def 'the values of a Fortran array stand column by column, and any rows of it can be asked for'() {
        given:
        def file = Files.write(folder.resolve('x.npy'), WrittenNpy.bytes('<f4', true, '(3, 2)', [1, 2, 3, 4, 5, 6]))

        expect:
        ActivationFile.open("$file").withCloseable { opened ->
            opened.rows().rows(1, 2).toArray() == [2d, 5d, 3d, 6d] as double[] && rows(opened) == [[1, 4], [2, 5], [3, 6]]
        }
    }

    def 'version #version of the format is read'() {
        given:
        def file = Files.write(folder.resolve('x.npy'), WrittenNpy.bytes('<f8', false, '(2, 2)', [1, 2, 3, 4], version))

        expect:
        rows("$file") == [[1, 2], [3, 4]]

        where:
        version << [1, 2, 3]
    }

    def 'an array of one dimension is one unit'() {
        given:
        def file = Files.write(folder.resolve('x.npy'), WrittenNpy.bytes('<f8', false, '(3,)', [1, 2, 3]))

        expect:
        rows("$file") == [[1], [2], [3]]
    }

    def 'blocks of any size give the same rows'() {
        given:
        def values = (0..<1000).collect { it * 0.5d }
        def file = Files.write(folder.resolve('x.npy'), WrittenNpy.bytes('<f8', fortran, '(100, 10)', values))

        expect:
        ActivationFile.open("$file").withCloseable { opened ->
            def whole = opened.rows().matrix().toArray() as List
            [1, 7, 99, 100].every { block ->
                def pieces = (0..<100).findAll { it % block == 0 }.collectMany { first ->
                    opened.rows().rows(first, Math.min(block, 100 - first)).toArray() as List
                }
                pieces == whole
            }
        }

        where:
        fortran << [false, true]
    }

    def 'an array of a zip is read, #method'() {
        given:
        def file = folder.resolve('x.npz')
        new ZipOutputStream(Files.newOutputStream(file)).withCloseable { zip ->
            zip.level = level
            [a: [1, 2], b: [3, 4]].each { name, values ->
                zip.putNextEntry(new ZipEntry(name + '.npy'))
                zip.write(WrittenNpy.bytes('<f8', false, '(2, 1)', values))
            }
        }

        expect:
        rows("$file#b") == [[3], [4]]
        complaint("$file") == "$file holds 2 arrays: a, b | say which: $file#a"
        complaint("$file#bb") == "$file holds no array 'bb'; did you mean 'b'?"

        where:
        method     | level
        'stored'   | 0
        'deflated' | 9
    }

    def 'the only array of a zip need not be named, and nothing is left of it'() {
        given:
        def file = folder.resolve('x.npz')
        new ZipOutputStream(Files.newOutputStream(file)).withCloseable { zip ->
            zip.putNextEntry(new ZipEntry('arr_0.npy'))
            zip.write(WrittenNpy.bytes('<f8', false, '(2, 1)', [1, 2]))
        }
        def temporary = { Path.of(System.getProperty('java.io.tmpdir')).toFile().list().findAll { it.startsWith('rep-compare-') } as Set }
        def before = temporary()

        expect:
        rows("$file") == [[1], [2]]
        temporary() - before == [] as Set
    }

    def 'a table is read #kind'() {
        given:
        def file = Files.writeString(folder.resolve('x.csv'), text)

        expect:
        rows("$file") == [[1, -2.5], [3e-2, 4]]

        where:
        kind                         | text
        'without a header'           | '1,-2.5\n3e-2,4\n'
        'with a header'              | 'unit 1,unit 2\n1,-2.5\n3e-2,4\n'
        'with blanks and CRLF'       | '"a" , "b"\r\n1, -2.5\r\n\r\n3e-2, 4'
    }

    def 'a first line of column numbers is pointed out'() {
        given:
        def file = Files.writeString(folder.resolve('x.csv'), '0,1,2\n5,6,7\n')

        expect:
        ActivationFile.open("$file").warnings() ==
                ["the first line of $file is 0, 1, 2, ...: it was taken for a sample; if it numbers the columns, remove it"]
    }

    def 'NaN and infinity are refused with their place'() {
        given:
        def npy = WrittenNpy.write(folder.resolve('x.npy'), [[1, 2], [3, Double.NaN], [Double.NaN, 1]])
        def infinite = WrittenNpy.write(folder.resolve('y.npy'), [[1, 2], [3, 4], [Float.NEGATIVE_INFINITY, 1]], '<f4')
        def csv = Files.writeString(folder.resolve('x.csv'), 'a,b\n1,2\n3,nan\n')

        expect:
        complaint("$npy") == "$npy is NaN in row 1, column 1 (counted from 0)"
        complaint("$infinite") == "$infinite is -Infinity in row 2, column 0 (counted from 0)"
        complaint("$csv").startsWith("$csv is NaN in row 1, column 1 (counted from 0) | a measure of such a value")
    }

    def 'an array that is no matrix of samples and units is refused, with what to do: #shape'() {
        given:
        def file = Files.write(folder.resolve('x.npy'), WrittenNpy.bytes('<f4', false, shape, []))

        expect:
        complaint("$file").startsWith("$file has the shape $shape$said")

        where:
        shape             || said
        '(10, 3, 8, 8)'   || '; what is compared is samples x units | for channels as units and positions as samples, in Python (images, channels, height, width): x.transpose(0, 2, 3, 1).reshape(-1, x.shape[1]); or one sample an image: x.mean(axis=(2, 3))'
        '(10, 3, 8)'      || '; what is compared is samples x units | save it in Python as x.reshape(len(x), -1), if its first axis is the samples'
        '()'              || '; what is compared is samples x units | save an array of one row a sample and one column a unit'
        '(0, 3)'          || ': there is nothing to compare'
    }

    def 'a file that cannot be read is refused: #said'() {
        given:
        def file = folder.resolve(name)
        content instanceof byte[] ? Files.write(file, content as byte[]) : Files.writeString(file, content as String)

        expect:
        complaint("$file") == said.replace('FILE', "$file")

        where:
        name    | content                                                   || said
        'x.npy' | 'not numpy at all'                                        || 'FILE is not an .npy file: it does not begin with \\x93NUMPY'
        'x.npy' | WrittenNpy.bytes('<f4', false, '(2, 2)', [1, 2, 3])       || 'FILE is cut short: its 2 x 2 values are 16 bytes, and 12 are there'
        'x.npy' | WrittenNpy.bytes('<c8', false, '(2, 2)', [])              || "FILE holds values of the type c8; what is read is float32, float64, int8, int16, int32, int64, uint8, uint16, uint32, uint64, bool | convert it in Python: numpy.save('other.npy', x.astype('float32'))"
        'x.npy' | Arrays.copyOf(WrittenNpy.bytes('<f4', false, '(2, 2)', []), 30) || 'FILE ends within its .npy header: it is damaged'
        'x.csv' | '1,2\n3,4,5\n'                                            || 'FILE has 3 columns in line 2 and 2 in those before'
        'x.csv' | 'a,b\n'                                                   || 'FILE has no line of numbers'
        'x.csv' | ',0,1\n0,5,6\n'                                           || "FILE has '' in line 1, column 0 (counted from 0), where a number was expected | a header is a first line without any number, and there is no column of names or of an index; in pandas: frame.to_csv(file, index=False)"
        'x.mat' | 'anything'                                                || "FILE is neither .npy nor .npz nor .csv | save it in Python: numpy.save('x.npy', x), samples x units"
        'x.npz' | 'anything'                                                || 'FILE is no .npz file: zip END header not found'
    }

    def 'a file that is not there is told with a near name'() {
        given:
        WrittenNpy.write(folder.resolve('conv1.npy'), [[1]])

        expect:
        complaint("$folder/conv2.npy") == "there is no file $folder/conv2.npy; did you mean 'conv1.npy'?"
    }
}
