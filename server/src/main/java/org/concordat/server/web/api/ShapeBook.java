package org.concordat.server.web.api;

import java.util.List;

/** The shapes of a room's resources, for the contract. */
public record ShapeBook(List<Shape> shapes) {
  public ShapeBook {
    shapes = List.copyOf(shapes);
  }
}
