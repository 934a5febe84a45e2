package org.concordat.formats.archimate;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.core.alignment.AssetKind;

/**
 * The element types of ArchiMate 3.2 (The Open Group, C226, chapters 4 and 6 to 12) and what each
 * means to a workspace.
 */
enum ElementType {
  STAKEHOLDER(new Meaning.Stakeholder()),
  DRIVER(new Meaning.Factor()),
  ASSESSMENT(new Meaning.Factor()),
  GOAL(new Meaning.Goal()),
  OUTCOME(new Meaning.Goal()),
  PRINCIPLE(Why.RULE),
  REQUIREMENT(Why.RULE),
  CONSTRAINT(Why.RULE),
  MEANING(Why.INTERPRETATION),
  VALUE(Why.INTERPRETATION),

  RESOURCE(Why.STRATEGY),
  CAPABILITY(Why.STRATEGY),
  VALUE_STREAM(Why.STRATEGY),
  COURSE_OF_ACTION(Why.STRATEGY),

  BUSINESS_ACTOR(new Meaning.Actor()),
  BUSINESS_ROLE(AssetKind.PEOPLE),
  BUSINESS_COLLABORATION(AssetKind.PEOPLE),
  BUSINESS_INTERFACE(AssetKind.TECHNICAL),
  BUSINESS_PROCESS(AssetKind.PROCESS),
  BUSINESS_FUNCTION(new Meaning.Unit()),
  BUSINESS_INTERACTION(AssetKind.PROCESS),
  BUSINESS_EVENT(Why.EVENT),
  BUSINESS_SERVICE(AssetKind.SERVICE),
  BUSINESS_OBJECT(AssetKind.INFORMATION),
  CONTRACT(AssetKind.INFORMATION),
  REPRESENTATION(AssetKind.INFORMATION),
  PRODUCT(AssetKind.SERVICE),

  APPLICATION_COMPONENT(AssetKind.TECHNICAL),
  APPLICATION_COLLABORATION(AssetKind.TECHNICAL),
  APPLICATION_INTERFACE(AssetKind.TECHNICAL),
  APPLICATION_FUNCTION(AssetKind.TECHNICAL),
  APPLICATION_PROCESS(AssetKind.TECHNICAL),
  APPLICATION_INTERACTION(AssetKind.TECHNICAL),
  APPLICATION_EVENT(Why.EVENT),
  APPLICATION_SERVICE(AssetKind.TECHNICAL),
  DATA_OBJECT(AssetKind.INFORMATION),

  NODE(AssetKind.TECHNICAL),
  DEVICE(AssetKind.TECHNICAL),
  SYSTEM_SOFTWARE(AssetKind.TECHNICAL),
  TECHNOLOGY_COLLABORATION(AssetKind.TECHNICAL),
  TECHNOLOGY_INTERFACE(AssetKind.TECHNICAL),
  PATH(AssetKind.TECHNICAL),
  COMMUNICATION_NETWORK(AssetKind.TECHNICAL),
  TECHNOLOGY_FUNCTION(AssetKind.TECHNICAL),
  TECHNOLOGY_PROCESS(AssetKind.TECHNICAL),
  TECHNOLOGY_INTERACTION(AssetKind.TECHNICAL),
  TECHNOLOGY_EVENT(Why.EVENT),
  TECHNOLOGY_SERVICE(AssetKind.TECHNICAL),
  ARTIFACT(AssetKind.INFORMATION),
  EQUIPMENT(AssetKind.TECHNICAL),
  FACILITY(AssetKind.TECHNICAL),
  DISTRIBUTION_NETWORK(AssetKind.TECHNICAL),
  MATERIAL(AssetKind.TECHNICAL),

  WORK_PACKAGE(Why.CHANGE),
  DELIVERABLE(Why.CHANGE),
  IMPLEMENTATION_EVENT(Why.CHANGE),
  PLATEAU(Why.CHANGE),
  GAP(Why.CHANGE),

  LOCATION(Why.PLACE),
  GROUPING(new Meaning.Grouping()),
  JUNCTION(new Meaning.Junction());

  /** What ArchiMate 1 and 2, and the two file formats, call a type that has another name now. */
  private static final Map<String, ElementType> OTHER_NAMES =
      Map.of(
          "BusinessActivity", BUSINESS_PROCESS,
          "InfrastructureService", TECHNOLOGY_SERVICE,
          "InfrastructureFunction", TECHNOLOGY_FUNCTION,
          "InfrastructureInterface", TECHNOLOGY_INTERFACE,
          "CommunicationPath", PATH,
          "Network", COMMUNICATION_NETWORK,
          "AndJunction", JUNCTION,
          "OrJunction", JUNCTION);

  private static final Map<String, ElementType> NAMES =
      Arrays.stream(values()).collect(Collectors.toMap(ElementType::typeName, Function.identity()));

  // A meaning is a record of constants, which the checker cannot see through the interface.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Meaning meaning;

  ElementType(Meaning meaning) {
    this.meaning = meaning;
  }

  ElementType(AssetKind kind) {
    this(new Meaning.Asset(kind));
  }

  ElementType(String why) {
    this(new Meaning.Unused(why));
  }

  /** The type that a file calls by this name, or empty when ArchiMate has none. */
  static Optional<ElementType> named(String name) {
    ElementType type = NAMES.get(name);
    return Optional.ofNullable(type == null ? OTHER_NAMES.get(name) : type);
  }

  Meaning meaning() {
    return meaning;
  }

  /** The name in today's files, such as {@code BusinessActor}. */
  String typeName() {
    return CamelCase.of(name());
  }

  private static final class Why {
    static final String RULE =
        "a rule for the design of the architecture, neither a goal nor something to protect";
    static final String INTERPRETATION = "what something means or is worth to somebody";
    static final String STRATEGY =
        "a plan or an ability in the abstract; the elements that provide it are imported";
    static final String EVENT = "something that happens, with nothing to protect";
    static final String CHANGE = "how the architecture changes, not what it consists of";
    static final String PLACE = "a place; what stands there is imported";
  }
}
