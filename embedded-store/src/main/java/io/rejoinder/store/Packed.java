package io.rejoinder.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Documents as BSON, of which some fields can be read without the others. */
final class Packed {

  private Packed() {}

  /** A document, encoded by way of a buffer that is empty before and after. */
  static byte[] of(Document document, ByteBuf buffer) {
    BsonEncoder.encodeDocument(document, buffer);
    byte[] bson = new byte[buffer.readableBytes()];
    buffer.readBytes(bson);
    buffer.clear();
    return bson;
  }

  /** The whole document. */
  static Document document(byte[] bson) {
    return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
  }

  /** Reads some fields of documents, and passes over the others. */
  static final class Fields {

    private final List<String> names;
    private final byte[][] encoded;

    Fields(Collection<String> names) {
      this.names = List.copyOf(names);
      this.encoded = this.names.stream().map(name -> name.getBytes(UTF_8)).toArray(byte[][]::new);
    }

    /** Those that the document has, in its order. */
    Document of(byte[] bson) {
      Document document = new Document();
      ByteBuf in = Unpooled.wrappedBuffer(bson);
      int at = Integer.BYTES;
      while (bson[at] != BsonConstants.TERMINATING_BYTE && document.size() < encoded.length) {
        byte type = bson[at++];
        int end = at;
        while (bson[end] != BsonConstants.STRING_TERMINATION) {
          end++;
        }
        int wanted = indexOf(bson, at, end);
        in.readerIndex(end + 1);
        if (wanted < 0) {
          skip(type, in);
        } else {
          document.put(names.get(wanted), BsonDecoder.decodeValue(type, in));
        }
        at = in.readerIndex();
      }
      return document;
    }

    private int indexOf(byte[] bson, int from, int to) {
      for (int i = 0; i < encoded.length; i++) {
        if (encoded[i].length == to - from
            && Arrays.equals(encoded[i], 0, to - from, bson, from, to)) {
          return i;
        }
      }
      return -1;
    }

    /** Passes over a value; lengths as in bsonspec.org, version 1.1. */
    private static void skip(byte type, ByteBuf in) {
      switch (type) {
        case BsonConstants.TYPE_NULL,
            BsonConstants.TYPE_UNDEFINED,
            BsonConstants.TYPE_MIN_KEY,
            BsonConstants.TYPE_MAX_KEY -> {
          // Nothing follows the name.
        }
        case BsonConstants.TYPE_BOOLEAN -> in.skipBytes(1);
        case BsonConstants.TYPE_INT32 -> in.skipBytes(Integer.BYTES);
        case BsonConstants.TYPE_INT64,
            BsonConstants.TYPE_DOUBLE,
            BsonConstants.TYPE_UTC_DATETIME,
            BsonConstants.TYPE_TIMESTAMP ->
            in.skipBytes(Long.BYTES);
        case BsonConstants.TYPE_UTF8_STRING -> in.skipBytes(in.readIntLE());
        case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
            in.skipBytes(in.readIntLE() - Integer.BYTES);
        default -> BsonDecoder.decodeValue(type, in);
      }
    }
  }
}
