// IdleAnimationMixer: what stands for mixers that are known by name alone; it plays nothing by itself.
#pragma once

#include "core/scene/animation/animation_mixer.h"

class IdleAnimationMixer : public AnimationMixer {
protected:
	bool gather(double) override { return false; }
	bool wants_processing() const override { return false; }
};
