# XML, node by node.
func nodes(text: String) -> Array:
	var parser := XMLParser.new()
	parser.open_buffer(text.to_utf8_buffer())
	var found := []
	while parser.read() == OK:
		var type := parser.get_node_type()
		var entry := "%d:%s" % [type, parser.get_node_data() if type == XMLParser.NODE_TEXT else parser.get_node_name()]
		for i in parser.get_attribute_count():
			entry += "[%s=%s]" % [parser.get_attribute_name(i), parser.get_attribute_value(i)]
		found.append(entry + ("/" if parser.is_empty() else ""))
	return found

func run():
	print(nodes("<a x=\"1\" y='&lt;2&#65;'><b/>t &amp; u</a>")) # expect: ["1:a[x=1][y=<2A]", "1:b/", "3:t & u/", "2:a"]
	print(nodes("<?xml?><!DOCTYPE a [<!ELEMENT a>]><!-- c --><![CDATA[<d>]]><e></e>")) # expect: ["6:?xml?", "4:DOCTYPE a [<!ELEMENT a>]", "4: c ", "5:<d>", "1:e", "2:e"]
	print(nodes("<a>\n\n<b/>   </a>")) # expect: ["1:a", "1:b/", "3:   /", "2:a"]
	for broken in ["<", "<a", "<a b", "<a b=", "<a b=\"1", "</", "<!--", "<![CDATA[", "<!", "<?", "<a>x", "&#x110000;</a>", "<a b=1 c>x</a>"]:
		nodes(broken)
	var parser := XMLParser.new()
	parser.open_buffer("<r><s a=\"1\"><t/><t><u/></t></s><v k=\"q\"/></r>".to_utf8_buffer())
	parser.read()
	parser.read()
	print(parser.has_attribute("a"), parser.get_named_attribute_value("a"), parser.get_named_attribute_value_safe("b"), "|") # expect: true1|
	parser.skip_section()
	parser.read()
	print(parser.get_node_name(), parser.get_node_offset(), parser.get_current_line()) # expect: v310
	print(parser.seek(3), parser.get_node_name()) # expect: 0s
	print(parser.get_named_attribute_value("zz"), "|") # expect error: Attribute not found: 'zz'.
	# expect: |
	print(parser.open_buffer(PackedByteArray())) # expect error: no XML in an empty buffer
	# expect: 30
