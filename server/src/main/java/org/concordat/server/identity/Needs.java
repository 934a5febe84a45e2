package org.concordat.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The permission that a handler asks of its caller. A handler without one is refused to all. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  Permission value();

  /** Whether it is a step to the second factor that somebody owes, who may nothing else. */
  boolean towardsFactor() default false;
}
