import { deflateRawSync } from 'node:zlib';

type ZipFileInTest = {
  name: string;
  content: Buffer | string;
  /** What the archive says of the size of the unpacked file, where that is a lie. */
  claimedSize?: number;
};

/** A ZIP archive (APPNOTE 6.3.10) of files, deflated. */
export function zipOf(...files: ZipFileInTest[]): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedSize } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const sizes = [0, packed.length, claimedSize ?? bytes.length];
    const about = [20, 0, 8, 0, 0x21];
    const local = record(0x04034b50, about, sizes, [name.length, 0], [], name);
    const entry = record(0x02014b50, [20, ...about], sizes, [name.length, 0, 0, 0, 0], [0, offset], name);
    parts.push(local, packed);
    entries.push(entry);
    offset += local.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const count = files.length;
  const end = record(0x06054b50, [0, 0, count, count], [directory.length, offset], [0], [], '');
  return Buffer.concat([...parts, directory, end]);
}

/** A signature, words of 16 bits, of 32, of 16, of 32, and a name. */
function record(signature: number, a: number[], b: number[], c: number[], d: number[], name: string): Buffer {
  const words = (values: number[], size: 2 | 4) => {
    const buffer = Buffer.alloc(values.length * size);
    values.forEach((value, i) => {
      buffer.writeUIntLE(value, i * size, size);
    });
    return buffer;
  };
  return Buffer.concat([
    words([signature], 4),
    words(a, 2),
    words(b, 4),
    words(c, 2),
    words(d, 4),
    Buffer.from(name),
  ]);
}
