package org.concordat.server.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the contract says of a handler of the API, beyond what its mapping and its parameters say. A
 * test makes the contract of these and fails for a handler without.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
  /** What it does, in a few words. */
  String value();

  /** The name of the shape of the body; empty for no body. */
  String body() default "";

  /** The name of the shape of the answer; empty for an answer that is not JSON, or none. */
  String answer() default "";

  /** The statuses of success. */
  int[] statuses() default 200;

  /** The statuses of problems that not every handler of its kind has. */
  int[] problems() default {};
}
