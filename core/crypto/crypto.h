// Keys and certificates as the rest of the engine sees them. Abstract; a TLS library's module supplies the implementation.
#pragma once

#include "core/io/resource.h"
#include "core/string/ustring.h"

class CryptoKey : public Resource {
	GDCLASS(CryptoKey, Resource);

public:
	// nullptr (with one clear error) in a build without TLS.
	static CryptoKey *create();

	virtual Error load(const String &p_path, bool p_public_only = false) = 0;
	virtual Error save(const String &p_path, bool p_public_only = false) = 0;
	virtual String save_to_string(bool p_public_only = false) = 0;
	virtual Error load_from_string(const String &p_text, bool p_public_only = false) = 0;
	virtual bool is_public_only() const = 0;

protected:
	static void _bind_methods();

	static CryptoKey *(*_create)(); // Set by the module that brings TLS.
};

class X509Certificate : public Resource {
	GDCLASS(X509Certificate, Resource);

public:
	static X509Certificate *create(); // As CryptoKey::create().

	virtual Error load(const String &p_path) = 0;
	virtual Error save(const String &p_path) = 0;
	virtual String save_to_string() = 0;
	virtual Error load_from_string(const String &p_text) = 0;

protected:
	static void _bind_methods();

	static X509Certificate *(*_create)();
};
