package io.rejoinder.review.importing;

/** Is told what {@link WxrReader} meets, in the order of the file. */
interface WxrHandler {

  /** The item's first comment comes next: what stands before it is known. */
  void beforeComments(WxrItem item);

  /** A comment of the item. */
  void comment(WxrItem item, WxrComment comment);

  /** The item is whole; also called where it has no comment. */
  void end(WxrItem item);
}
