package org.concordat.server.alignment;

import org.concordat.server.web.PageModel;

/**
 * A picture.
 *
 * @param empty whether there is nothing to draw yet
 */
public record PicturePage(Picture picture, boolean empty) implements PageModel {
  /** The picture's name in addresses and keys. */
  public String word() {
    return picture.word();
  }

  @Override
  public String template() {
    return "alignment/picture";
  }
}
