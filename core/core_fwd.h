// Forward declarations of the core's types, so that headers need not include each other.
#pragma once

#include "core/typedefs.h"

class Array;
class Callable;
class CallableCustom;
class Dictionary;
class MethodBind;
class NodePath;
class Object;
class ObjectID;
class RID;
class RefCounted;
class Script;
class ScriptInstance;
class Signal;
class String;
class StringName;
class Variant;

struct AABB;
struct Basis;
struct Color;
struct MethodInfo;
struct Plane;
struct Projection;
struct PropertyInfo;
struct Quaternion;
struct Rect2;
struct Rect2i;
struct Transform2D;
struct Transform3D;
struct Vector2;
struct Vector2i;
struct Vector3;
struct Vector3i;
struct Vector4;
struct Vector4i;

template <typename T>
class CharStringT;
using CharString = CharStringT<char>;
template <typename T>
class Ref;
template <typename T>
class Span;
template <typename T>
class Vector;
