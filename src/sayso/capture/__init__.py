"""From given inputs to preserved bytes and decoded payloads. The only network code is `fetch`."""
