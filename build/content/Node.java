import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A control while it is gathered: its keys in the order in which they are written. */
record Node(Map<String, Object> keys, List<Node> parts) {
  static Node of(String id, String title) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("id", id);
    if (!title.isEmpty()) {
      keys.put("title", title);
    }
    return new Node(keys, new ArrayList<>());
  }

  String id() {
    return (String) keys.get("id");
  }

  Node with(String key, Object value) {
    keys.put(key, value);
    return this;
  }
}
